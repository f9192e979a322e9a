/**
 * Build one element. Attributes that are functions (`onclick`) become listeners, `true` an empty
 * attribute, `false`, `null` and `undefined` none. Children are nodes or text, never markup, so
 * nothing a bot or a person writes can become HTML.
 */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value != null) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child != null && child !== false));
  return node;
}

/** A button that shows a sign and says its label to those who cannot see the sign. */
export function iconButton(sign, label, onclick, attributes = {}) {
  const face = element("span", { "aria-hidden": "true" }, sign);
  return element(
    "button",
    { type: "button", class: "icon", "aria-label": label, title: label, onclick, ...attributes },
    face,
  );
}
