// Shows the buttons that copy the text beside them.
(() => {
  for (const button of document.querySelectorAll('.copy')) {
    const text = button.nextElementSibling;
    const label = button.textContent;
    button.hidden = false;
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(text.textContent);
        button.textContent = 'Copied';
      } catch {
        // Without permission to write, the reader copies the selected text.
        getSelection().selectAllChildren(text);
        button.textContent = 'Selected: press Ctrl+C';
      }
      setTimeout(() => {
        button.textContent = label;
      }, 2_000);
    });
  }
})();
