import type { TransferSession, TransferTask } from 'longhaul';

/** Shows the session and its tasks as they are now. */
export function draw(session: TransferSession): void {
  document.querySelector('ul')?.replaceChildren(...session.tasks.map((task) => toItem(task)));
  document.querySelector('[role=status]')?.replaceChildren(`The session is ${session.state}`);
}

export function onSubmit(listener: (address: string) => Promise<void>): void {
  document.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    const address = new FormData(event.currentTarget as HTMLFormElement).get('address');
    if (typeof address === 'string') void listener(address).catch(showError);
  });
}

export function onPress(id: string, listener: () => Promise<unknown> | undefined): void {
  document.getElementById(id)?.addEventListener('click', () => void listener()?.catch(showError));
}

function toItem(task: TransferTask): HTMLLIElement {
  const { name, state, progress, createdAt, error } = task;
  const item = document.createElement('li');
  const size = `${progress.bytesReceived} of ${progress.bytesExpected ?? 'unknown'} bytes`;
  item.append(`${name}: ${error?.code ?? state.state}, ${size}, added ${new Date(createdAt).toISOString()}`);
  if (state.state === 'completed') item.append(saveButton(task));
  return item;
}

function saveButton(task: TransferTask): HTMLButtonElement {
  const button = document.createElement('button');
  button.textContent = `Save ${task.name}`;
  button.addEventListener('click', () => void save(task).catch(showError));
  return button;
}

async function save(task: TransferTask): Promise<void> {
  const file = await task.file();
  if (!file) throw new Error(`${task.name} is not there`);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = task.name;
  link.click();
}

function showError(error: unknown): void {
  document.querySelector('[role=alert]')?.replaceChildren(String(error));
}
