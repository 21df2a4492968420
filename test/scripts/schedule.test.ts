import { describe, expect, it } from "vitest";
import { root } from "../../lib/store/home.ts";
import { cronLines, systemdUnits, withCronLines } from "../../scripts/schedule.ts";

const schedule = { at: "02:30", home: "/srv/lê chân/data" };

describe("the nightly schedule", () => {
  it("is a persistent systemd timer at Vietnam time", () => {
    const timer = systemdUnits(schedule)["lechan-nightly.timer"];
    expect(timer).toContain("OnCalendar=*-*-* 02:30:00 Asia/Ho_Chi_Minh");
    expect(timer).toContain("Persistent=true");
  });

  it("runs nightly on the home that was named, and a night with refusals is no failure", () => {
    const service = systemdUnits(schedule)["lechan-nightly.service"];
    expect(service).toContain('"scripts/nightly.ts" "--home" "/srv/lê chân/data"');
    expect(service).toContain("SuccessExitStatus=4");
  });

  it("is one cron line where there is no systemd", () => {
    const lines = cronLines(schedule).split("\n");
    expect(lines[0]).toBe("CRON_TZ=Asia/Ho_Chi_Minh");
    expect(lines[1]).toMatch(/^30 2 \* \* \* cd '/);
    expect(lines[1]).toContain(root);
    expect(lines[1]).toContain("'/srv/lê chân/data'");
  });

  it("replaces its own lines in a crontab and leaves the others", () => {
    const others = "5 4 * * * /usr/bin/backup\n";
    const first = withCronLines(others, cronLines({ ...schedule, at: "01:00" }));
    const second = withCronLines(first, cronLines(schedule));
    expect(second).toBe(others + cronLines(schedule));
  });

  it("escapes what cron and systemd would read as their own signs", () => {
    const odd = { at: "02:00", home: "/srv/100%/it's" };
    expect(cronLines(odd)).toContain("'/srv/100\\%/it'\\''s'");
    expect(systemdUnits(odd)["lechan-nightly.service"]).toContain('"/srv/100%%/it\'s"');
  });
});
