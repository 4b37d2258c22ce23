// The library of QR codes, bundled apart: the page fetches it when somebody wants one.

export { encode } from "uqr";
