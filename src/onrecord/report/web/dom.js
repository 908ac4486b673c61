// ---- dom: every node of the page is made here; data only ever becomes text nodes.
const SVG_SPACE = "http://www.w3.org/2000/svg";

// Embeddings, overrides and isolates: in somebody else's text they could make one thing read
// as another, so each stands alone in an isolate of its own and is shown by name.
const DIRECTION_CONTROL = /([\u202a-\u202e\u2066-\u2069])/;
const DIRECTION_NAMES = {
  "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO",
  "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI",
};

function byId(id) {
  return document.getElementById(id);
}

function textNodes(text) {
  const string = String(text);
  if (!DIRECTION_CONTROL.test(string)) return [document.createTextNode(string)];
  return string.split(DIRECTION_CONTROL).filter(Boolean).map((part) => {
    const name = DIRECTION_NAMES[part];
    return name
      ? el("span", { class: "control", "data-name": name }, document.createTextNode(part))
      : document.createTextNode(part);
  });
}

// Text for places that hold no elements: attributes, SVG labels, the clipboard's neighbours.
function plainText(text) {
  return String(text).replace(new RegExp(DIRECTION_CONTROL, "g"), "").replace(/\s+/g, " ").trim();
}

function fill(node, props, children) {
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  append(node, children);
  return node;
}

function append(node, children) {
  for (const child of [children].flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    if (child instanceof Node) node.append(child);
    else node.append(...textNodes(child));
  }
  return node;
}

function el(name, props, ...children) {
  return fill(document.createElement(name), props, children);
}

function svg(name, props, ...children) {
  return fill(document.createElementNS(SVG_SPACE, name), props, children);
}

function replace(node, ...children) {
  node.replaceChildren();
  return append(node, children);
}

function button(label, act, props = {}) {
  return el("button", { type: "button", ...props, onclick: act }, label);
}

function plural(count, one, many = `${one}s`) {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
}

function later(act, wait) {
  let timer = 0;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(act, wait, ...given);
  };
}

// One tab stop for a set of items; the arrow keys move among them.
function rove(holder, selector, { next, previous }) {
  const items = () => [...holder.querySelectorAll(selector)];
  const rest = (item) => {
    for (const other of holder.querySelectorAll(`${selector}[tabindex="0"]`)) {
      other.setAttribute("tabindex", "-1");
    }
    item.setAttribute("tabindex", "0");
  };
  holder.addEventListener("focusin", (event) => {
    const item = event.target.closest(selector);
    if (item) rest(item);
  });
  holder.addEventListener("keydown", (event) => {
    const item = event.target.closest(selector);
    if (!item || event.target !== item) return;
    const all = items();
    const at = all.indexOf(item);
    let to = null;
    if (next.includes(event.key)) to = all[at + 1];
    else if (previous.includes(event.key)) to = all[at - 1];
    else if (event.key === "Home") to = all[0];
    else if (event.key === "End") to = all[all.length - 1];
    else return;
    event.preventDefault();
    to?.focus();
  });
  return rest;
}

function calm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

function bring(node, block = "center") {
  node?.scrollIntoView({ behavior: calm() ? "auto" : "smooth", block });
}
