import { ENGLISH } from "./words-en.js";
import { GREEK } from "./words-el.js";
import { SPANISH } from "./words-es.js";

const LANGUAGE_KEY = "simulator.language";
const TABLES = { en: ENGLISH, el: GREEK, es: SPANISH };

export const LANGUAGES = { en: "English", el: "Ελληνικά", es: "Español" };

/** The language of the page's own labels: chosen here before, else the browser's, else English. */
export const pageLanguage = [localStorage.getItem(LANGUAGE_KEY), ...navigator.languages]
  .map((code) => code?.slice(0, 2))
  .find((code) => code in TABLES) ?? "en";

/** A reload words everything anew; what is open is kept in the address. */
export function choosePageLanguage(code) {
  localStorage.setItem(LANGUAGE_KEY, code);
  location.reload();
}

/** A label of the page, with `{name}` places filled from `values`. */
export function word(key, values = {}) {
  return TABLES[pageLanguage][key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** A label on a phone: in the language of its owner where the page has it, as her own app would. */
export function phoneWord(owner, key) {
  return (TABLES[owner.language_code] ?? TABLES[pageLanguage])[key];
}

/** Word the parts of index.html that carry a `data-word` or `data-label` key. */
export function wordPage(root) {
  document.documentElement.lang = pageLanguage;
  for (const node of root.querySelectorAll("[data-word]")) {
    node.textContent = word(node.dataset.word);
  }
  for (const node of root.querySelectorAll("[data-label]")) {
    node.setAttribute("aria-label", word(node.dataset.label));
  }
}
