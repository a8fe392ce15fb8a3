// The page of `cleaner review`. It asks the server for documents, shows what goes, and sends rules to be tried or saved.
"use strict";

const $ = (id) => document.getElementById(id);
const FILTERS = ["name", "status", "site", "language", "rule"];
const POLL = 1000; // milliseconds between two questions after progress
const state = { list: [], total: 0, current: null, shown: null, choice: null, asking: 0, listing: 0, weighing: 0, surveyed: -1 };

// An element with attributes and children; a string becomes text, so nothing of a document is ever read as HTML.
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== null && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

const amount = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;

async function ask(name, fields) {
  const response = await fetch(`${name}?${new URLSearchParams(fields)}`);
  return answered(response);
}

async function tell(name, fields) {
  const headers = { "Content-Type": "application/json" };
  return answered(await fetch(name, { method: "POST", headers, body: JSON.stringify(fields) }));
}

async function answered(response) {
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

function say(words) {
  $("said").textContent = words;
  $("said").hidden = !words;
}

// Do what may fail, and say why if it does.
function safely(work) {
  return async (...given) => {
    try {
      return await work(...given);
    } catch (error) {
      say(error instanceof TypeError ? "The server does not answer: has the review ended?" : error.message);
    }
  };
}

// The list of documents.

const wanted = () => Object.fromEntries(FILTERS.map((name) => [name, $(`filter-${name}`).value]));

const loadList = safely(async (from = 0) => {
  const listing = ++state.listing;
  const found = await ask("documents", { ...wanted(), from });
  if (listing !== state.listing) return; // another list was asked for since
  state.list = from ? [...state.list, ...found.documents] : found.documents;
  state.total = found.total;
  $("found").textContent = amount(found.total, "document");
  $("list").replaceChildren(...state.list.map(listItem));
  $("more").hidden = state.list.length >= state.total;
});

function listItem(item) {
  const removed = item.removed ? `, ${amount(item.removed, "character")} removed` : "";
  const button = element(
    "button",
    { type: "button", "aria-current": item.number === state.current, onclick: () => show(item.number) },
    item.name, element("small", {}, item.status ? item.status + removed : "not looked at yet"),
  );
  return element("li", {}, button);
}

async function move(step) {
  const at = state.list.findIndex((item) => item.number === state.current);
  const next = at < 0 ? 0 : at + step;
  if (next >= state.list.length && state.list.length < state.total) await loadList(state.list.length);
  if (state.list[next]) await show(state.list[next].number);
}

// One document.

const show = safely(async (number) => {
  const asking = ++state.asking;
  const shown = await ask("document", { number });
  if (asking !== state.asking) return; // another one was asked for since
  closePile();
  Object.assign(state, { current: number, shown });
  say("");
  close();
  draw(shown);
  $("list").replaceChildren(...state.list.map(listItem));
  $("list").querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
});

function draw(shown) {
  document.title = `${shown.name} – cleaner review`;
  $("name").textContent = shown.name;
  const failed = "failure" in shown;
  const facts = failed ? [] : [
    shown.status, `site ${shown.site || "unknown"} (${shown.decided_by})`, `language ${shown.language}`,
    `${shown.removed.toLocaleString("en")} of ${amount(shown.characters, "character")} removed`,
    ...(shown.encoding ? [`read as ${shown.encoding}`] : []),
  ];
  $("facts").textContent = facts.join("; ");
  $("problems").replaceChildren(...(failed ? [shown.failure] : shown.problems).map((each) => element("li", {}, each)));
  $("legend").replaceChildren(...(failed ? [] : legend(shown)));
  $("original").replaceChildren(...(failed ? [] : shown.lines.map(lineOf)));
  $("clean").replaceChildren(...(failed ? [] : shown.clean.split("\n").map((line) => element("p", {}, line))));
  const first = $("original").querySelector("[role=button]");
  if (first) first.tabIndex = 0;
  document.querySelector("main").scrollTop = 0;
}

function legend(shown) {
  const counts = new Map();
  for (const part of shown.lines.flatMap((line) => line.parts)) {
    if (part.fate === "kept" || !part.rules.length) continue;
    const family = familyOf(part, shown);
    counts.set(family, (counts.get(family) ?? 0) + part.text.trim().length);
  }
  return [...counts].map(([family, characters]) =>
    element("li", { class: `family-${family}` }, `${family}: ${amount(characters, "character")}`));
}

const familyOf = (part, shown) => (part.rules.length ? shown.rules[part.rules[0]]?.family ?? "heuristic" : "seam");

function lineOf(line) {
  const words = line.parts.some((part) => part.text.trim());
  const parts = line.parts.map((part) => partOf(part));
  const attributes = { role: "button", tabindex: -1, onclick: (event) => decide(line, event), onkeydown: lineKeys(line) };
  return element("p", words ? attributes : {}, ...parts);
}

function partOf(part) {
  if (part.fate === "kept") return part.text;
  const reasons = part.rules.map((rule) => `${rule}: ${state.shown.rules[rule]?.reason ?? ""}`).join("\n");
  const title = `${part.fate === "gone" ? "removed" : "withheld"} by ${reasons}`;
  const family = `family-${familyOf(part, state.shown)}`;
  return part.fate === "gone"
    ? element("del", { class: family, title: part.rules.length ? title : null }, part.text)
    : element("span", { class: `withheld ${family}`, title }, part.text);
}

const lineKeys = (line) => (event) => {
  const lines = [...$("original").querySelectorAll("[role=button]")];
  const to = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const at = lines.indexOf(event.currentTarget);
  if (to && lines[at + to]) {
    event.currentTarget.tabIndex = -1;
    lines[at + to].tabIndex = 0;
    lines[at + to].focus();
  } else if (event.key === "Enter" || event.key === " ") decide(line, event);
  else return;
  event.preventDefault();
};

// A decision on one line.

const decide = safely(async (line, event) => {
  const rules = [...new Set(line.parts.filter((part) => part.fate !== "kept").flatMap((part) => part.rules))];
  const onKept = event.type === "click" ? event.target.closest("del, .withheld") === null : rules.length === 0;
  state.returnTo = event.currentTarget ?? event.target.closest("[role=button]");
  open(line);
  if (onKept && line.parts.some((part) => part.fate === "kept" && part.text.trim())) return propose(line, "drop");
  $("decision-title").textContent = "Bring it back";
  $("choices").replaceChildren(
    element("button", { type: "button", onclick: () => propose(line, "keep") }, "Write a rule that keeps this line"),
    ...rules.filter((rule) => !rule.startsWith("heuristic/")).map((rule) => element(
      "button", { type: "button", onclick: () => chooseDisable(rule) }, `Turn off ${rule} for this site`)),
  );
  $("decision-title").focus();
});

function open(line) {
  $("decision").hidden = false;
  $("rule").hidden = true;
  $("line").textContent = line.parts.map((part) => part.text).join("").trim();
  for (const id of ["choices", "wrong", "effect", "changed", "misses"]) $(id).replaceChildren();
  state.choice = null;
  state.weighing++;
}

function close() {
  if ($("decision").hidden) return;
  $("decision").hidden = true;
  state.choice = null;
  state.weighing++;
  state.returnTo?.focus();
}

const propose = safely(async (line, verb) => {
  const made = await tell("propose", { number: state.current, start: startOf(line), verb });
  $("decision-title").textContent = verb === "drop" ? "Rule that takes this line" : "Rule that keeps this line";
  $("toml").value = made.toml;
  $("toml-label").hidden = false;
  state.choice = { words: verb === "drop" ? made.first_words : "" };
  offer(made.site, true);
});

// The first character of a line that is not white space.
function startOf(line) {
  const text = line.parts.map((part) => part.text).join("");
  return line.start + text.length - text.trimStart().length;
}

function chooseDisable(rule) {
  $("decision-title").textContent = `Turn off ${rule}`;
  $("toml-label").hidden = true;
  state.choice = { disable: rule };
  offer(state.shown.site, false);
}

function offer(site, everywhere) {
  const scopes = [...(site ? [[site, `documents of ${site}`]] : []), ...(everywhere ? [["", "all documents"]] : [])];
  $("scope").replaceChildren(...scopes.map(([value, words]) => element("option", { value }, words)));
  $("rule").hidden = false;
  $("decision-title").focus();
  weigh();
}

// An element of the panel that is open.
const into = (id) => $(pile.open ? `pile-${id}` : id);

function change() {
  if (pile.open) {
    const words = pile.shown.line.split(/\s+/).slice(0, 2).join(" ");
    return { site: pile.shown.host, toml: $("candidate-toml").value, words };
  }
  const chosen = { site: $("scope").value, ...state.choice };
  return "disable" in state.choice ? chosen : { ...chosen, toml: $("toml").value };
}

const weigh = safely(async () => {
  if (pile.open ? !pile.shown?.toml : !state.choice) return;
  const weighing = ++state.weighing;
  for (const id of ["changed", "misses", "wrong"]) into(id).replaceChildren();
  into("effect").textContent = "Looking at the documents …";
  const begun = await tell("weigh", change());
  wrong(begun.problems);
  if (!begun.problems.length) await follow(weighing);
});

function wrong(problems) {
  into("wrong").replaceChildren(...problems.map((each) => element("li", {}, each)));
  if (problems.length) into("effect").textContent = "";
}

const follow = safely(async (weighing) => {
  const effect = await ask("effect", {});
  if (weighing !== state.weighing) return; // another change is weighed, or none
  drawEffect(effect);
  if (!effect.over) setTimeout(follow, POLL / 4, weighing);
});

function drawEffect(effect) {
  const seen = effect.over ? "" : ` so far, of ${effect.total.toLocaleString("en")}`;
  const parts = [`${amount(effect.changed, "document")} changed of ${effect.done.toLocaleString("en")}${seen}`];
  if (effect.spans) parts.push(`${amount(effect.spans, "span")}, ${amount(effect.characters, "character")} more removed`);
  if (effect.spared) parts.push(`${amount(effect.spared, "character")} brought back`);
  if (effect.failed) parts.push(`${amount(effect.failed, "document")} failed`);
  into("effect").textContent = parts.join("; ");
  into("changed").replaceChildren(...effect.documents.map((each) => element("li", {}, link(each), ...each.differences.map(
    (difference) => element("div", { class: "lines" }, ...differenceParts(difference)),
  ), each.spared ? element("div", { class: "lines" }, `${amount(each.spared, "character")} brought back`) : "")));
  into("misses").replaceChildren(...(effect.near_misses.length ? [
    element("h3", {}, "Lines that begin alike, and stay"),
    element("ul", {}, ...effect.near_misses.map((miss) => element("li", {}, miss.line, " (", link(miss), ")"))),
  ] : []));
}

const link = (item) => element("button", { type: "button", class: "link", onclick: () => show(item.number) }, item.name);

// The text of a difference has what goes between [- and -].
function differenceParts({ before, text, after }) {
  const [first, ...rest] = text.split("[-");
  const middle = rest.join("[-");
  const end = middle.lastIndexOf("-]");
  const gone = element("del", { class: "family-meta" }, middle.slice(0, end));
  return [before ? `${before}\n` : "", first, gone, middle.slice(end + 2), after ? `\n${after}` : ""];
}

const save = safely(async () => {
  const saved = await tell("save", change());
  wrong(saved.problems);
  if (saved.problems.length) return;
  await show(state.current);
  say(`Saved: ${saved.saved}. Key u takes it back.`);
  await progress();
});

const undo = safely(async () => {
  const { undone } = await tell("undo", {});
  if (pile.open) await loadCandidate(pile.decided.pop() ?? pile.shown?.number);
  else if (state.current !== null) await show(state.current);
  say(`Taken back: ${undone}`);
  await progress();
});

// Progress of the survey.

async function progress() {
  const now = await ask("progress", {});
  const known = now.surveyed < now.documents
    ? `${now.surveyed.toLocaleString("en")} of ${amount(now.documents, "document")} looked at`
    : `${amount(now.documents, "document")}`;
  if ($("progress").textContent !== known) $("progress").textContent = known;
  $("undo").disabled = !now.steps.length;
  drawPile(now.pile);
  for (const name of FILTERS.slice(1)) options($(`filter-${name}`), now[name]);
  // The list is made anew when the survey has ended, and while nobody has looked at anything.
  if (now.surveyed !== state.surveyed && (now.surveyed === now.documents || state.current === null)) await loadList();
  state.surveyed = now.surveyed;
}

function options(select, counts) {
  const chosen = select.value;
  const made = counts.map(([value, number]) => element("option", { value }, `${value} (${number.toLocaleString("en")})`));
  select.replaceChildren(element("option", { value: "" }, "any"), ...made);
  select.value = chosen;
}

async function poll() {
  await safely(progress)();
  setTimeout(poll, POLL);
}

// Keys and buttons.

const KEYS = {
  j: () => move(1), k: () => move(-1), u: () => undo(), "/": () => $("filter-name").focus(),
  o: () => $("original").querySelector("[tabindex='0']")?.focus(), d: () => openPile(),
};

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select");
  if (event.key === "Escape" && pile.open) return typing ? event.target.blur() : closePile();
  if (event.key === "Escape") return close();
  if (event.key === "Enter" && event.ctrlKey) return weigh();
  const keys = pile.open ? PILE_KEYS : KEYS;
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !(event.key in keys)) return undefined;
  event.preventDefault();
  return keys[event.key]();
});
$("filter-name").addEventListener("keydown", async (event) => {
  if (event.key !== "Enter") return;
  event.target.blur(); // letters are commands again
  await loadList(); // that of all that was typed
  move(1);
});
$("next").addEventListener("click", () => move(1));
$("previous").addEventListener("click", () => move(-1));
$("undo").addEventListener("click", undo);
$("more").addEventListener("click", () => loadList(state.list.length));
$("try").addEventListener("click", weigh);
$("scope").addEventListener("change", weigh);
$("close").addEventListener("click", close);
$("rule").addEventListener("submit", (event) => {
  event.preventDefault();
  save();
});
for (const name of FILTERS) $(`filter-${name}`).addEventListener(name === "name" ? "input" : "change", () => loadList());

loadList().then(() => move(0)).then(poll);
