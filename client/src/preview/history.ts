/** The pages that a preview has shown, as a browser keeps them. */
export interface History {
  readonly current: string;
  /** Tells the visits apart, also those of the same page. */
  readonly visitId: number;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
  /** Moves on to a page, and forgets what lay ahead; the page that is shown already changes nothing. */
  visit(uri: string): void;
  /** Moves back (-1) or forward (1); stays where there is nothing. */
  go(step: -1 | 1): void;
}

const longest = 100;

/** A history that begins with one page. */
export function createHistory(start: string): History {
  let visited = [{ uri: start, id: 0 }];
  let index = 0;
  let lastId = 0;
  return {
    get current() {
      return visited[index]?.uri ?? start;
    },
    get visitId() {
      return visited[index]?.id ?? 0;
    },
    get canGoBack() {
      return index > 0;
    },
    get canGoForward() {
      return index < visited.length - 1;
    },
    visit(uri) {
      if (uri === visited[index]?.uri) return;
      lastId += 1;
      visited = [...visited.slice(0, index + 1), { uri, id: lastId }].slice(-longest);
      index = visited.length - 1;
    },
    go(step) {
      index = Math.min(Math.max(index + step, 0), visited.length - 1);
    },
  };
}
