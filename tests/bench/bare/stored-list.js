/** Lists what lies in storage, with a button that takes it away again. */
export function showStored(name, remove) {
  const link = Object.assign(document.createElement('a'), { href: '#', textContent: name });
  const button = Object.assign(document.createElement('button'), { textContent: `Remove ${name}` });
  const item = document.createElement('li');
  item.append(link, button);
  document.getElementById('stored').append(item);
  button.addEventListener('click', async () => {
    await remove();
    item.remove();
  });
}
