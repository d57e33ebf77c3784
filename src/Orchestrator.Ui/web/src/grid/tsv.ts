/**
 * Reads what spreadsheets put on the clipboard: rows by line breaks, cells by tabs, a quoted cell may hold both and doubles
 * its quotes. The line break after the last row is no row of its own.
 */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  let at = 0;
  while (at < text.length) {
    const char = text[at]!;
    if (quoted) {
      if (char === '"' && text[at + 1] === '"') {
        cell += '"';
        at++;
      } else if (char === '"') {
        quoted = false;
      } else {
        cell += char;
      }
    } else if (char === '"' && cell === '' && closes(text, at)) {
      quoted = true;
    } else if (char === '\t') {
      row.push(cell);
      cell = '';
    } else if (char === '\n' || char === '\r') {
      if (char === '\r' && text[at + 1] === '\n') at++;
      row.push(cell);
      rows.push(row);
      row = [];
      cell = '';
    } else {
      cell += char;
    }
    at++;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows;
}

// A quote that opens a cell counts only when another one closes it before a tab, a line break or the end; a lone inch sign
// is text.
function closes(text: string, open: number): boolean {
  for (let at = open + 1; at < text.length; at++) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') {
      at++;
      continue;
    }
    const after = text[at + 1];
    return after === undefined || after === '\t' || after === '\n' || after === '\r';
  }
  return false;
}
