// Everything shown is built here, node by node: a text can only ever become text.

const byId = (id) => document.getElementById(id);

// Marks that turn text around could make a row read as what it does not say.
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

function visible(text) {
  return String(text).replace(
    TURNING,
    (mark) => `⟨U+${mark.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}⟩`,
  );
}

function fill(node, details, children) {
  for (const [name, value] of Object.entries(details)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "on") for (const [event, act] of Object.entries(value)) node.addEventListener(event, act);
    else node.setAttribute(name, value === true ? "" : visible(value));
  }
  node.append(
    ...children
      .flat()
      .filter((child) => child !== null && child !== undefined && child !== "")
      .map((child) => (child instanceof Node ? child : visible(child))),
  );
  return node;
}

function el(name, details = {}, ...children) {
  return fill(document.createElement(name), details, children);
}

function svg(name, details = {}, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", name), details, children);
}

function button(label, act, details = {}) {
  return el("button", { type: "button", ...details, on: { click: act } }, label);
}

function option(value, label) {
  const node = el("option", {}, label);
  node.value = value;
  return node;
}

function words(name) {
  const text = name.replaceAll("_", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function shortened(text, most) {
  return text.length > most ? `${text.slice(0, most).trimEnd()}…` : text;
}

function counted(number, one, many = `${one}s`) {
  return `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;
}

// The words that were searched for stand out in the text.
function withMarks(text, terms) {
  if (!terms.length || text.length > 100000) return [text];
  const pattern = terms.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  return text
    .split(new RegExp(`(${pattern})`, "giu"))
    .map((part, index) => (index % 2 ? el("mark", {}, part) : part));
}
