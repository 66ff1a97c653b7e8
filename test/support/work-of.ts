/** The ms of processor time that this process takes for something: unlike a clock it leaves out what else runs. */
export function workOf(act: () => unknown): number {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
