// The name in an address of the words that the page behind it marks.

export const MARK = "mark";
