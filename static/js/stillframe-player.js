// <stillframe-player src="https://…/p/ID" step="18">: a program of a Stillframe site in a page of one's own. The one script such a page loads; see
// docs/embedding.md. It depends on nothing, and asks nothing of the page's content policy but `frame-src` (and `img-src` for load="click").

(() => {
  const PASSED_ON = ["step", "theme", "code", "load", "lang", "edit"];
  const HEIGHT = 480;

  class StillframePlayer extends HTMLElement {
    static observedAttributes = ["src", ...PASSED_ON];
    #frame = document.createElement("iframe");
    /** Attributes are set one after the other: one address for all of them. */ #asked = false;

    constructor() {
      super();
      const frame = this.#frame;
      frame.allow = "clipboard-write";
      frame.loading = "lazy";
      Object.assign(frame.style, {
        display: "block",
        width: "100%",
        height: `${HEIGHT}px`,
        border: "1px solid #8885",
        borderRadius: "8px",
      });
      this.attachShadow({ mode: "open" }).append(frame);
      addEventListener("message", ({ source, data }) => {
        // Only the frame that this element made may say how high it is.
        if (source !== frame.contentWindow || data?.type !== "stillframe:height") return;
        const height = Number(data.height);
        if (height >= 40 && height < 10_000) frame.style.height = `${height + 2}px`;
      });
    }

    connectedCallback() {
      this.style.display ||= "block";
      this.attributeChangedCallback();
    }

    attributeChangedCallback() {
      if (this.#asked) return;
      this.#asked = true;
      queueMicrotask(() => {
        this.#asked = false;
        const address = this.#address();
        if (!address || address === this.#frame.src) return;
        this.#frame.title = this.getAttribute("title") || this.textContent.trim() || "A program, step by step";
        this.#frame.src = address;
      });
    }

    /** That of the player, for that of a program: a short or a long link, or an example. */
    #address() {
      const src = this.getAttribute("src");
      if (!src || !this.isConnected) return "";
      const link = new URL(src, document.baseURI);
      const shared = /^(.*)\/p\/(\w+)$/.exec(link.pathname);
      const player = new URL(shared ? `${shared[1]}/embed/${shared[2]}` : `${link.pathname.replace(/\/$/, "")}/embed/`, link);
      player.search = link.search;
      player.hash = link.hash;
      for (const name of PASSED_ON) if (this.hasAttribute(name)) player.searchParams.set(name, this.getAttribute(name) ?? "");
      return player.href;
    }
  }

  if (!customElements.get("stillframe-player")) customElements.define("stillframe-player", StillframePlayer);
})();
