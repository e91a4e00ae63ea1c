// The dedicated worker behind `digest-in-worker.ts`.
import { sha256Of } from './digest.ts';
import { answerQuestion } from './worker-question.ts';

answerQuestion((file) => sha256Of(file as Blob));
