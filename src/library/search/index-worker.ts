// The dedicated worker behind `indexer.ts`.
import { answerQuestion } from '../../transfer/worker-question.ts';
import { type IndexWork, workOnIndex } from './indexing.ts';

answerQuestion((work) => workOnIndex(work as IndexWork));
