// The pages that the row is printed on, with the place of each of its fields.

const ZOOMS = [0, 900, 1200, 1600, 2200];
let zoom = 0;
// Quarters by which the pages of a document are turned, for those that are printed sideways.
const turns = {};

function pagesOf(action) {
  const pages = new Set(action.places.map((place) => place.page));
  if (!pages.size) pages.add(action.values.first_page);
  return [...pages].sort((one, other) => one - other);
}

// 3, 4, 5, 9 as 3–5 and 9.
function runs(pages) {
  const found = [];
  for (const page of pages) {
    const last = found.at(-1);
    if (last && page === last[1] + 1) last[1] = page;
    else found.push([page, page]);
  }
  return found.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
}

// A button for each page of the row, or a choice where they would fill the screen.
const MOST_BUTTONS = 5;

function ways(pages) {
  if (pages.length < 2) return [];
  if (pages.length <= MOST_BUTTONS)
    return pages.map((page) => button(`Page ${page}`, () => scrollToPage(page), { class: "quiet" }));
  const choice = el(
    "select",
    { "aria-label": "Page of this row" },
    ...pages.map((page) => option(String(page), `Page ${page}`)),
  );
  choice.addEventListener("change", () => scrollToPage(Number(choice.value)));
  return [choice];
}

function drawSheet() {
  const action = state.row;
  const pages = pagesOf(action);
  const { document } = DATA.documents[action.document];
  byId("page-name").replaceChildren(
    el("b", {}, visible(shortened(document, 60))),
    ` page${pages.length > 1 ? "s" : ""} ${runs(pages).join(", ")}`,
  );
  byId("page-turn").replaceChildren(...ways(pages));
  byId("desk").replaceChildren(...pages.map((page) => drawPage(action, page)));
  applyZoom();
}

function drawPage(action, page) {
  const key = `${action.document}-${page}`;
  const sheet = el("div", { class: "page", "data-picture": Boolean(DATA.sizes[key]) });
  const [width, height] = DATA.sizes[key] || guessedSize(action.document, page);
  sheet.style.aspectRatio = `${width} / ${height}`;
  const frame = turned(el("div", { class: "frame", id: `page-${page}` }, sheet), sheet, width, height);
  if (DATA.sizes[key]) sheet.append(picture(key, page));
  else sheet.append(el("p", { class: "no-picture" }, `Page ${page} without picture`));
  for (const place of action.places.filter((found) => found.page === page))
    sheet.append(placeButton(place, width, height));
  return frame;
}

// The frame is as large as the page looks; the page in it is turned.
function turned(frame, sheet, width, height) {
  const quarters = turns[state.row.document] || 0;
  const lies = quarters % 2 === 1;
  frame.style.aspectRatio = lies ? `${height} / ${width}` : `${width} / ${height}`;
  if (lies) sheet.style.width = `calc(100cqw * ${width} / ${height})`;
  sheet.style.transform = [
    "",
    "rotate(90deg) translateY(-100%)",
    "rotate(180deg) translate(-100%, -100%)",
    "rotate(270deg) translateX(-100%)",
  ][quarters];
  return frame;
}

function turnPages() {
  turns[state.row.document] = ((turns[state.row.document] || 0) + 1) % 4;
  drawSheet();
  markPlaces();
  scrollToRow();
}

function guessedSize(document, page) {
  const places = ACTIONS.filter((action) => action.document === document)
    .flatMap((action) => action.places)
    .filter((place) => place.page === page);
  return [
    Math.max(500, ...places.map((place) => place.x1 + 30)),
    Math.max(300, ...places.map((place) => place.bottom + 30)),
  ];
}

function picture(key, page) {
  const image = el("img", { alt: `Page ${page} as printed`, draggable: "false", decoding: "async" });
  const show = () => {
    const code = byId(`picture-${key}`);
    if (code) image.src = `data:image/webp;base64,${code.textContent}`;
    return Boolean(code);
  };
  // The pictures come last in the file: a large one may still be loading.
  if (!show() && document.readyState === "loading") document.addEventListener("DOMContentLoaded", show);
  return image;
}

function placeButton(place, width, height) {
  const node = button(el("span", {}, label(place.field)), () => chooseField(place.field, "place"), {
    class: "place",
    "data-field": place.field,
    "aria-pressed": "false",
    title: label(place.field),
    "aria-label": `${label(place.field)}, on page ${place.page}`,
  });
  const percent = (part, whole) => `${(100 * part) / whole}%`;
  Object.assign(node.style, {
    left: percent(place.x0, width),
    top: percent(place.top, height),
    width: percent(place.x1 - place.x0, width),
    height: percent(place.bottom - place.top, height),
  });
  return node;
}

function markPlaces() {
  const source = state.row && state.field ? sourceOf(state.row, state.field) : "";
  for (const node of byId("desk").querySelectorAll(".place"))
    node.setAttribute("aria-pressed", String(node.dataset.field === source));
}

function scrollDesk(node, margin) {
  const desk = byId("desk");
  const from = desk.getBoundingClientRect();
  const to = node.getBoundingClientRect();
  desk.scrollTo({
    top: desk.scrollTop + to.top - from.top - margin,
    left: desk.scrollLeft + to.left - from.left - Math.max(20, (from.width - to.width) / 2),
  });
}

function scrollToPage(page) {
  scrollDesk(byId(`page-${page}`), 12);
}

function scrollToField() {
  const chosen = byId("desk").querySelector('.place[aria-pressed="true"]');
  if (chosen && !inSight(chosen)) scrollDesk(chosen, byId("desk").clientHeight / 4);
}

function scrollToRow() {
  const first = byId("desk").querySelector(".place");
  if (first) scrollDesk(first, byId("desk").clientHeight / 5);
}

function inSight(node) {
  const from = byId("desk").getBoundingClientRect();
  const to = node.getBoundingClientRect();
  return to.top >= from.top && to.top < from.bottom - 40 && to.left >= from.left && to.left < from.right - 40;
}

function setZoom(level) {
  zoom = Math.max(0, Math.min(ZOOMS.length - 1, level));
  applyZoom();
  if (byId("desk").querySelector('.place[aria-pressed="true"]')) scrollToField();
  else scrollToRow();
}

function larger() {
  const width = byId("desk").clientWidth;
  setZoom(zoom || ZOOMS.findIndex((pixels) => pixels > width) - 1 >= 1 ? zoom + 1 : 1);
}

function applyZoom() {
  for (const frame of byId("desk").querySelectorAll(".frame"))
    frame.style.width = ZOOMS[zoom] ? `${ZOOMS[zoom]}px` : "100%";
  byId("smaller").disabled = zoom === 0;
  byId("larger").disabled = zoom === ZOOMS.length - 1;
}
