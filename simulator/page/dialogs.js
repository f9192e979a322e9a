/**
 * Open one of the page's dialogs and wait for it.
 *
 * Resolves to its FormData, or to null when it was closed without pressing its main button.
 */
export function ask(dialog) {
  const form = dialog.querySelector("form");
  form.reset();
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    const settle = () => resolve(dialog.returnValue === "done" ? new FormData(form) : null);
    dialog.addEventListener("close", settle, { once: true });
  });
}

/** Cancel buttons and a tap beside a dialog close it. */
export function letDialogsClose(root) {
  for (const dialog of root.querySelectorAll("dialog")) {
    dialog.querySelector(".cancel").addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  }
}
