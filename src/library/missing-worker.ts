// The dedicated worker behind `missing-in-worker.ts`: with 10,000 documents it is busy for some seconds.
import { answerQuestion } from '../transfer/worker-question.ts';
import { lookForMissing } from './missing.ts';

answerQuestion(lookForMissing);
