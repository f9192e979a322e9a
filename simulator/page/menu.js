import { element, iconButton } from "./element.js";

/**
 * A button that opens a small menu. `rows()` is asked at each opening and gives
 * `{label, act, current}`; Escape, a tap elsewhere or a choice closes it.
 */
export function menuButton(sign, label, rows, classes = "") {
  const button = iconButton(sign, label, () => (list.hidden ? open() : close()), {
    "aria-haspopup": "true",
    "aria-expanded": "false",
  });
  const list = element("div", { class: "menu", hidden: true });
  const node = element("div", { class: `menu-anchor ${classes}` }, button, list);

  const show = (visible) => {
    list.hidden = !visible;
    button.setAttribute("aria-expanded", String(visible));
    const listen = visible ? document.addEventListener : document.removeEventListener;
    listen.call(document, "pointerdown", closeOutside);
  };
  const closeOutside = (event) => node.contains(event.target) || show(false);
  const close = () => {
    show(false);
    button.focus();
  };
  const open = () => {
    list.replaceChildren(...rows().map((row) => menuRow(row, close)));
    show(true);
    list.firstChild.focus({ preventScroll: true });
    list.scrollIntoView({ block: "nearest" });
  };
  node.addEventListener("keydown", (event) => onKey(event, list, close));
  node.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !node.contains(relatedTarget)) show(false);
  });
  return node;
}

function menuRow({ label, act, current }, close) {
  const onclick = () => {
    close();
    act();
  };
  return element("button", { type: "button", "aria-current": current ? "true" : null, onclick }, label);
}

function onKey(event, list, close) {
  if (event.key === "Escape") close();
  const next = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
  if (!next || list.hidden) return;
  event.preventDefault();
  document.activeElement[next]?.focus();
}
