import { execFileSync } from 'node:child_process';

/** A process of this machine. */
export interface Process {
  pid: number;
  parent: number;
  /** Its command line. */
  line: string;
}

/** All that this user may see. Throws where there is no `ps`. */
export function processes(): Process[] {
  const listed = execFileSync('ps', ['-eww', '-o', 'pid=,ppid=,args='], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return listed.split('\n').flatMap(row => {
    const [, pid, parent, line] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(row) ?? [];
    return line === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), line }];
  });
}

/** What is missing to look at processes; null: nothing. */
export function missingPs(): string | null {
  try {
    processes();
    return null;
  } catch {
    return 'ps: apt-get install procps';
  }
}
