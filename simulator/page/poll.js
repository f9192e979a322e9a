import { element } from "./element.js";
import { richText } from "./entities.js";
import { word } from "./words.js";

/**
 * A poll or quiz as `reader` sees it. Before the vote its options are choices, afterwards bars with shares.
 * `actions.vote(message, options)` takes the positions of the chosen options; [] takes a vote back.
 */
export function pollNode(message, reader, actions) {
  const poll = message.poll;
  const chosen = poll.votes.find((vote) => vote.phone === reader.id)?.options ?? [];
  const body = chosen.length || poll.is_closed ? results(poll, chosen, actions) : choices(message, actions);
  const kind = poll.type === "quiz" ? "quiz" : "poll";
  return element(
    "div",
    { class: "poll", role: "group", "aria-label": poll.question },
    element("strong", {}, ...richText(poll.question, poll.question_entities, actions)),
    element("small", {}, poll.is_closed ? word("closed") : word(kind)),
    body,
    element("small", {}, word("votes", { count: poll.total_voter_count })),
    chosen.length > 0 && poll.explanation && explanation(poll, actions),
    canRetract(poll, chosen) && retract(message, actions),
  );
}

function explanation(poll, actions) {
  const words = richText(poll.explanation, poll.explanation_entities, actions);
  return element("p", { class: "note" }, ...words);
}

function optionText(option, actions) {
  return richText(option.text, option.text_entities, actions);
}

function canRetract(poll, chosen) {
  return chosen.length > 0 && !poll.is_closed && poll.allows_revoting;
}

function retract(message, actions) {
  const onclick = () => actions.vote(message, []);
  return element("button", { type: "button", class: "link", onclick }, word("retract"));
}

function choices(message, actions) {
  const several = message.poll.allows_multiple_answers;
  const name = `poll-${message.message_id}-${crypto.randomUUID()}`;
  const boxes = message.poll.options.map((option) => {
    const box = element("input", { type: several ? "checkbox" : "radio", name });
    const text = element("span", {}, ...optionText(option, actions));
    return { box, label: element("label", { class: "choice" }, box, text) };
  });
  const vote = (event) => {
    event.preventDefault();
    const picked = boxes.flatMap(({ box }, position) => (box.checked ? [position] : []));
    if (picked.length) actions.vote(message, picked);
  };
  return element(
    "form",
    { onsubmit: vote },
    ...boxes.map(({ label }) => label),
    element("button", { class: "key" }, word("vote")),
  );
}

function results(poll, chosen, actions) {
  const lines = poll.options.map((option, position) => {
    const share = Math.round((100 * option.voter_count) / (poll.total_voter_count || 1));
    return element(
      "li",
      { class: chosen.includes(position) ? "mine" : null },
      element("span", { class: "share" }, `${share} %`),
      element("span", {}, ...optionText(option, actions), verdict(poll, position, chosen)),
      element("meter", { min: 0, max: 100, value: share, "aria-label": option.text }),
    );
  });
  return element("ul", {}, ...lines);
}

function verdict(poll, position, chosen) {
  const right = poll.correct_option_ids ?? [poll.correct_option_id];
  if (poll.type !== "quiz") return chosen.includes(position) ? " ✓" : "";
  if (right.includes(position)) return element("b", { "aria-label": word("right") }, " ✓");
  if (chosen.includes(position)) return element("b", { "aria-label": word("wrong") }, " ✗");
  return "";
}
