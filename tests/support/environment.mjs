// The environment of the programs that a test starts. It inherits only PATH, the folder for temporary files, and the
// options of the sanitizers, so the tests give the same result in any locale and time zone, with or without a terminal,
// and if no variable is set at all. TERM, NO_COLOR and the like are unset:
// a test that needs one says so in `more`.

const kept = ["PATH", "TMPDIR", "ASAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS"];

/** The environment, with the variables of `more` added or replaced. HOME is a folder that does not exist. */
export function environment(more = {}) {
  const env = {};
  for (const name of kept) if (process.env[name]) env[name] = process.env[name];
  return { ...env, HOME: "/nonexistent", TZ: "UTC", LC_ALL: "C.UTF-8", ...more };
}
