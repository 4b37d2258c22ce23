// The browser's database for this page (IndexedDB), as promises.

/** @typedef {{ programs: IDBObjectStore, versions: IDBObjectStore }} Stores */

const NAME = "stillframe";
const VERSION = 1;

export class Database {
  /** @type {Promise<IDBDatabase>|null} */ #open = null;

  /**
   * Runs work that no other tab can come between. It is undone where a part of it fails.
   * @template T @param {IDBTransactionMode} mode @param {(stores: Stores) => Promise<T>} work @returns {Promise<T>}
   */
  async transact(mode, work) {
    this.#open ??= this.#opened();
    const transaction = (await this.#open).transaction(["programs", "versions"], mode);
    const stores = { programs: transaction.objectStore("programs"), versions: transaction.objectStore("versions") };
    try {
      const [result] = await Promise.all([work(stores), ended(transaction)]);
      return result;
    } catch (error) {
      throw transaction.error ?? error; // the reason why it was undone, which its requests do not have
    }
  }

  /** Where that fails or the browser closes it, it is opened again at the next need. */
  async #opened() {
    const forget = () => {
      this.#open = null;
    };
    try {
      const database = await open();
      database.addEventListener("close", forget);
      database.addEventListener("versionchange", () => {
        database.close();
        forget();
      });
      return database;
    } catch (error) {
      forget();
      throw error;
    }
  }
}

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
export function answer(request) {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error));
  });
}

/** @returns {Promise<IDBDatabase>} */
async function open() {
  const opening = indexedDB.open(NAME, VERSION);
  opening.addEventListener("upgradeneeded", () => {
    opening.result.createObjectStore("programs", { keyPath: "id" });
    opening.result.createObjectStore("versions", { keyPath: ["program", "at"] });
  });
  return answer(opening);
}

/** @param {IDBTransaction} transaction @returns {Promise<void>} */
function ended(transaction) {
  return new Promise((resolve, reject) => {
    transaction.addEventListener("complete", () => resolve());
    transaction.addEventListener("abort", () => reject(transaction.error));
  });
}
