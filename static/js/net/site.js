// Where the site is, and what there is of it. A server's stands at the root of its address. One of files (`stillframe site`) may stand below a
// path, and nobody answers there: its pages say so by `data-root`, the way to the site's first page.

const root = document.documentElement.dataset.root;

/** Whether the site is one of files: no server stores or runs programs. */
export const isOfFiles = root !== undefined;

const ROOT = new URL(root ?? "/", location.href);

/** Where a browser finds what the site calls by such an address. @param {string} address from the site's first page on, such as `/learn/await#step=3` */
export function hrefOf(address) {
  if (!isOfFiles) return address;
  const [, path = "", rest = ""] = /^\/([^?#]*)(.*)$/s.exec(address) ?? [];
  // A page is a folder. Its address ends in a slash, for links are relative to it.
  const isPage = /^(learn|compare|embed|language)(\/[^.]*[^/.])?$/.test(path);
  return new URL((isPage ? `${path}/` : path) + rest, ROOT).href;
}

/** The path by which the site calls the page that is open. */
export function pathOfPage() {
  if (!isOfFiles) return location.pathname;
  const path = location.pathname.slice(ROOT.pathname.length).replace(/(^|\/)index\.html$/, "");
  return `/${path.replace(/\/$/, "")}`;
}
