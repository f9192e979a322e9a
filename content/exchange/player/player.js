"use strict";
// Shows one lesson or scenario. Its texts are HTML that the package's maker escaped.

const ITEM = JSON.parse(document.getElementById("item").textContent);
const SAY = JSON.parse(document.getElementById("labels").textContent);
const main = document.querySelector("main");

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
const element = (tag, html = "", classes = "") => {
  const made = document.createElement(tag);
  made.innerHTML = html;
  if (classes) made.className = classes;
  return made;
};
const button = (label, act, classes = "") => {
  const made = element("button", "", classes);
  made.type = "button";
  made.innerHTML = label;
  made.addEventListener("click", act);
  return made;
};
const shuffled = (list) => {
  const mixed = [...list];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = Math.floor(Math.random() * (at + 1));
    [mixed[at], mixed[other]] = [mixed[other], mixed[at]];
  }
  return mixed;
};
const show = (...parts) => {
  main.replaceChildren(element("h1", ITEM.title), ...parts.filter(Boolean));
  main.querySelector("h1").tabIndex = -1;
  main.querySelector("h1").focus();
  window.scrollTo(0, 0);
};
const cited = (sources) => {
  const today = new Date().toISOString().slice(0, 10);
  const rows = sources.map((it) => (it.expires && it.expires < today ? it.changed : it.said));
  return rows.length ? element("div", rows.map((row) => `<p>${row}</p>`).join(""), "source") : null;
};

// The questions: `draw` makes the field, `read` tells whether what stands there is right and what
// is said to it; `read` gives null while there is no answer.

const pick = (question, type) => {
  const field = element("fieldset");
  for (const option of shuffled(question.options)) {
    const label = element("label", `<input type="${type}" name="pick" value="${option.id}"> ${option.text}`);
    field.append(label);
  }
  const read = () => {
    const picked = [...field.querySelectorAll("input:checked")].map((input) => input.value);
    if (!picked.length) return null;
    const chosen = question.options.filter((option) => picked.includes(option.id));
    const right = question.options.every((option) => option.right === picked.includes(option.id));
    return { right, said: chosen.map((option) => option.feedback) };
  };
  return { field, read };
};

const place = (rows, choices) => {
  const field = element("fieldset");
  const options = choices.map((it) => `<option value="${it.id}">${it.text}</option>`).join("");
  for (const row of rows) {
    field.append(element("label", `<span>${row.text}</span><select data-is="${row.id}"><option value=""></option>${options}</select>`, "pair"));
  }
  const read = () => {
    const fields = [...field.querySelectorAll("select")];
    if (fields.some((it) => !it.value)) return null;
    return { right: fields.every((it) => it.value === it.dataset.is), said: [] };
  };
  return { field, read };
};

const type = (judge, hint) => {
  const field = element("fieldset", `<label>${hint} <input type="text" autocomplete="off"></label>`);
  const read = () => {
    const text = field.querySelector("input").value.trim();
    return text ? judge(text) : null;
  };
  return { field, read };
};

const folded = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "")
  .replace(/ς/g, "σ").replace(/[^\p{L}\p{N}]+/gu, " ").trim();

const KINDS = {
  single: (it) => pick(it, "radio"),
  several: (it) => pick(it, "checkbox"),
  order: (it) => place(shuffled(it.items), it.items.map((row, at) => ({ id: row.id, text: at + 1 }))),
  match: (it) => place(it.pairs.map((pair) => ({ id: pair.id, text: pair.left })),
    shuffled(it.pairs).map((pair) => ({ id: pair.id, text: pair.right_plain }))),
  number: (it) => type((text) => {
    const given = Number(text.replace("%", "").replace(",", ".").trim());
    if (Number.isNaN(given)) return null;
    const right = Math.abs(given - it.answer) <= it.tolerance;
    return { right, said: right ? [] : [given < it.answer ? it.if_lower : it.if_higher] };
  }, SAY.type_number),
  text: (it) => type((text) => {
    const right = it.accepted.includes(folded(text));
    return { right, said: right ? [] : [it.if_other] };
  }, SAY.type_text),
};
const HINTS = { several: SAY.choose_all, order: SAY.give_places };

const ask = (question, onward) => {
  const { field, read } = KINDS[question.kind](question);
  const reply = element("div", "", "said");
  reply.setAttribute("role", "status");
  const settle = button(SAY.done, () => {
    const answer = read();
    if (!answer) return;
    field.disabled = true;
    const solved = answer.right ? "" : question.solution;
    reply.innerHTML = [`<p><b>${answer.right ? SAY.right : SAY.wrong}</b></p>`, ...answer.said, solved, question.reason].join("");
    settle.replaceWith(button(SAY.next, () => onward(answer.right)));
  });
  reply.innerHTML = "";
  return [element("div", question.prompt), HINTS[question.kind] && element("p", HINTS[question.kind], "place"), field, reply, settle];
};

const playLesson = (kept) => {
  const steps = [...ITEM.cards, ...ITEM.questions];
  let { at, rights } = kept.at < steps.length ? kept : { at: 0, rights: 0 };
  const turn = (to, right = false) => {
    at = to;
    rights += right ? 1 : 0;
    if (at < steps.length) LMS.keep(JSON.stringify({ at, rights }));
    step();
  };
  const step = () => {
    const where = element("p", `${at + 1} / ${steps.length}`, "place");
    if (at < ITEM.cards.length) {
      const card = ITEM.cards[at];
      show(where, card.country && element("p", card.country, "country"), element("div", card.text), cited(card.sources),
        at > 0 && button(SAY.back, () => turn(at - 1), "plain"), button(SAY.next, () => turn(at + 1)));
    } else if (at < steps.length) {
      show(where, ...ask(steps[at], (right) => turn(at + 1, right)));
    } else {
      const asked = ITEM.questions.length;
      LMS.finish(Math.round((100 * rights) / asked));
      show(element("p", fill(SAY.had_right, { rights, of: asked })), element("h2", SAY.try_today), element("div", ITEM.try_today));
    }
  };
  step();
};

const playScenario = () => {
  let variables = { ...ITEM.variables };
  const holds = (it) => (it.is === "at_least" ? variables[it.variable] >= it.value : variables[it.variable] <= it.value);
  const decide = (id) => {
    if (ITEM.endings[id]) return end(ITEM.endings[id]);
    const { text, choices } = ITEM.decisions[id];
    const list = element("div", "", "choices");
    for (const choice of shuffled(choices)) list.append(button(choice.text, () => follow(choice)));
    return show(element("div", text), element("p", `<b>${SAY.what_do_you_do}</b>`), list);
  };
  const follow = (choice) => {
    for (const [name, by] of Object.entries(choice.effects)) variables[name] += by;
    const { to } = choice.leads.find((branch) => branch.when.every(holds));
    show(element("p", `<i>${choice.text}</i>`), element("div", choice.consequence),
      element("div", `<p><b>${SAY.behind}</b></p>${choice.coaching}`, "said"), button(SAY.go_on, () => decide(to)));
  };
  const end = (ending) => {
    LMS.finish(null);
    show(element("div", ending.text), element("div", `<p><b>${SAY.rule}</b></p>${ending.rule}`, "said"), cited(ending.sources),
      button(SAY.play_again, () => { variables = { ...ITEM.variables }; decide(ITEM.start); }, "plain"));
  };
  decide(ITEM.start);
};

const kept = LMS.begin();
if (ITEM.kind === "scenario") playScenario();
else playLesson(kept.startsWith("{") ? JSON.parse(kept) : { at: 0, rights: 0 });
