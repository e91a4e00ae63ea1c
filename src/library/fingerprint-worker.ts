// The dedicated worker behind `fingerprint-in-worker.ts`. It reads the bytes itself: the page never holds them.
import { sha256Of } from '../transfer/digest.ts';
import { answerQuestion } from '../transfer/worker-question.ts';
import { fingerprint } from './fingerprint.ts';

answerQuestion((documentId) => fingerprint(documentId as string, sha256Of));
