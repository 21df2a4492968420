/** Texts that would do harm, or break a file, wherever a page forgets to escape. */
export const hostile = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "'><svg onload=alert(1)>",
  "javascript:alert(1)",
  "</title><script>alert(1)</script>",
  "]]><!-- --><x>&bad;",
  '=HYPERLINK("http://example.invalid","x")',
  "+cmd|' /C calc'!A0",
  '@SUM(1+1)\r\n-2,"x"',
  "\u0000\u0008\uFFFE \u202E`{{alert(1)}}`",
] as const;
