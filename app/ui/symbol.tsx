/** Line drawings on a square of 24, each from our own hand. */
const drawings: Readonly<Record<string, string>> = {
  bag: 'M4 8h16v12H4z M9 8V5h6v3 M4 13h16',
  book: 'M12 6C9 4 6 4 3 5v14c3-1 6-1 9 1 3-2 6-2 9-1V5c-3-1-6-1-9 1z M12 6v14',
  bus: 'M4 5h16v12H4z M4 11h16 M12 5v6 M7 17v2.5 M17 17v2.5 M7 14h.01 M17 14h.01',
  cake: 'M4 20h16v-8H4z M4 15c2 2 4 2 5.3 0 1.4 2 4 2 5.4 0 1.3 2 3.3 2 5.3 0 M8 12V8 M12 12V8 M16 12V8 M8 5v.01 M12 5v.01 M16 5v.01',
  cloud: 'M7 15a4 4 0 1 1 .6-7.9 5 5 0 0 1 9.5 1.3A3.4 3.4 0 1 1 17.5 15z M8 18l-1 2.5 M12.5 18l-1 2.5 M17 18l-1 2.5',
  coins: 'M3 9a6 3 0 1 0 12 0 6 3 0 1 0-12 0 M3 9v5c0 1.7 2.7 3 6 3s6-1.3 6-3V9 M15 12c3.3 0 6 1.3 6 3v2c0 1.7-2.7 3-6 3-2 0-3.8-.5-4.900-1.200',
  cross: 'M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18 M8.5 8.5l7 7 M15.5 8.5l-7 7',
  ear: 'M8 20c3 2 5-.5 5-3s4-3.5 4-8A6 6 0 0 0 5 9 M8.5 9a3 3 0 0 1 5.5 1.5c0 2-2.5 2-2.5 4',
  flag: 'M6 21V3 M6 4c4-2 6 2 12 0v9c-6 2-8-2-12 0',
  hand: 'M8 13V5.5a1.5 1.5 0 0 1 3 0V11 M11 11V4.5a1.5 1.5 0 0 1 3 0V11 M14 11V6a1.5 1.5 0 0 1 3 0v8c0 4-2 7-5.5 7-3 0-4.5-1.5-6-4.5L3.600 13a1.5 1.5 0 0 1 2.600-1.400L8 14',
  heart: 'M12 20C5 15 3 12 3 8.5A4.5 4.5 0 0 1 12 7a4.5 4.5 0 0 1 9 1.5C21 12 19 15 12 20z',
  hill: 'M2 20L9 7l4 7 3-5 6 11z M9 7V3 M9 3h4l-1 1.5L13 6H9',
  house: 'M3 12l9-8 9 8 M5.5 10v10h13V10 M10 20v-6h4v6',
  leaf: 'M5 19C4 10 10 4 20 4c0 10-6 16-13 14 M5 21c1-6 4-9 9-11',
  letter: 'M3 5h18v14H3z M3 6l9 7 9-7',
  lock: 'M5 11h14v10H5z M8 11V7a4 4 0 0 1 8 0v4 M12 15v2',
  people: 'M8 4a3 3 0 1 0 0 6 3 3 0 1 0 0-6 M2.5 20v-2a5.5 5.5 0 0 1 11 0v2 M16.5 6a2.5 2.5 0 1 1 0 5 M16.5 14a5 5 0 0 1 5 5v1',
  person: 'M12 3a4 4 0 1 0 0 8 4 4 0 1 0 0-8 M4 21v-1a8 8 0 0 1 16 0v1',
  phone: 'M7 2h10v20H7z M11 18.5h2',
  signpost: 'M12 2v20 M12 4h7l2.5 2.5L19 9h-7 M12 11H5l-2.5 2.5L5 16h7',
  speech: 'M4 4h16v11H11l-5 5v-5H4z M8 8h8 M8 11h5',
  star: 'M12 3l2.7 5.8 6.3.8-4.600 4.400 1.200 6.3L12 17.200 6.400 20.3 7.600 14 3 9.600l6.3-.8z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 1 0 0-8 M12 2v2.5 M12 19.5V22 M2 12h2.5 M19.5 12H22 M5 5l1.7 1.7 M17.3 17.3L19 19 M19 5l-1.7 1.7 M6.7 17.3L5 19',
  tick: 'M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18 M7.5 12.5l3 3 6-6.5',
}

export const symbolNames: readonly string[] = Object.keys(drawings)

/** A drawing beside words that say the same: it is seen and not read out, and takes the reader's own colours. */
export const LineSymbol = ({ name }: { name: string }) => (
  <svg className="wm-symbol" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={drawings[name]} />
  </svg>
)
