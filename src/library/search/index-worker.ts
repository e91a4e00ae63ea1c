// The dedicated worker behind `index-in-worker.ts`.
import { answerQuestion } from '../../transfer/worker-question.ts';
import { type IndexWork, workOnIndex } from './indexing.ts';

answerQuestion((work) => workOnIndex(work as IndexWork));
