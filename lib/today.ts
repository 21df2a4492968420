/** The ward's calendar date at an instant, yyyy-mm-dd: what "today" means wherever a date is left out. */
export function todayInVietnam(now: Date): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(now);
}
