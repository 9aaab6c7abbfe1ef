// «Скопировать»: shows the buttons that the server hides from readers without a script, and copies the field that data-copies names.
// The field itself stays: where the browser refuses to write the clipboard, its text is left selected for Ctrl+C.
for (const button of document.querySelectorAll('button[data-copies]')) {
  const field = document.getElementById(button.dataset.copies);
  const answer = button.nextElementSibling;
  button.hidden = false;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      answer.textContent = 'Скопировано.';
    } catch {
      field.focus();
      field.select();
      answer.textContent = 'Текст выделен: нажмите Ctrl+C.';
    }
  });
}
