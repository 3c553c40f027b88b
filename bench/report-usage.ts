// Loaded into a process that is measured: when it ends, writes what it used to the file that BENCH_USAGE names.
import { readFileSync, writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

if (isMainThread) {
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime } = process.resourceUsage();
    // The peak that resourceUsage gives begins with that of the process that started this one.
    const status = readFileSync("/proc/self/status", "utf8");
    const peak = Number(/VmHWM:\s*(\d+) kB/.exec(status)![1]) * 1024;
    const usage = { cpu: (userCPUTime + systemCPUTime) / 1000, peak };
    writeFileSync(process.env["BENCH_USAGE"]!, JSON.stringify(usage));
  });
}
