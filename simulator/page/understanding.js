import { api } from "./api.js";
import { word } from "./words.js";

const SOON_MS = 3000;
const SELDOM_MS = 30_000;
const GOOD_NEWS_MS = 12_000;
const ON_THE_WAY = ["installing", "training", "starting"];
const KNOWN = [...ON_THE_WAY, "ready", "off"];

/**
 * Say when free text is understood. `bar` is in sight only while that is on its way, and for a
 * moment when it is there; whoever closes it is not told again. `note` in the panel always says it.
 */
export function followUnderstanding(bar, note) {
  let before = null;
  let closed = false;
  const show = (visible) => (bar.hidden = closed || !visible);
  bar.querySelector("button").addEventListener("click", () => {
    closed = true;
    show(false);
  });

  const hear = (stage) => {
    if (stage === before) return;
    const text = KNOWN.includes(stage) ? word(`${stage}Text`) : "";
    note.textContent = text;
    note.hidden = text === "";
    if (text) bar.querySelector("p").textContent = text;
    const arrived = stage === "ready" && ON_THE_WAY.includes(before);
    show(arrived || ON_THE_WAY.includes(stage));
    if (arrived) setTimeout(() => before === "ready" && show(false), GOOD_NEWS_MS);
    before = stage;
  };

  const look = async () => {
    const { stage } = await api.understanding().catch(() => ({ stage: null }));
    hear(stage);
    setTimeout(look, stage === "ready" || stage === "off" ? SELDOM_MS : SOON_MS);
  };
  look();
}
