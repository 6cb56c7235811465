import { instantiate, RESERVED_BYTES } from '../kernels.ts';
import { makePlan, type PlanSettings } from '../plan/plan.ts';
import { createProgram, type Program } from '../plan/program.ts';
import { type Control, controlAt, readCommand } from './control.ts';
import { createMeeting, leave } from './meeting.ts';

/** What a helper thread is given. Everything in it can be sent to a worker. */
export interface ThreadTask {
  readonly settings: PlanSettings;
  /** From 1; the calling thread is 0. */
  readonly thread: number;
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
}

/** Works on commands until it is told to stop; calls `onReady` before the first. Blocks its thread. */
export function runThread({ settings, thread, module, memory }: ThreadTask, onReady: () => void): void {
  const plan = makePlan(settings, RESERVED_BYTES, thread);
  const control = controlAt(memory, plan.control);
  const meet = createMeeting(control.words, settings.threads, Number.POSITIVE_INFINITY);
  const program = createProgram(plan, instantiate(module, memory));
  onReady();
  try {
    while (obey(program, control, meet));
  } catch (error) {
    leave(control.words);
    throw error;
  }
}

/** Does this thread's share of the next command; returns false when it was to stop. */
function obey(program: Program, control: Control, meet: () => void): boolean {
  meet();
  const command = readCommand(control);
  if (command.kind === 'stop') return false;
  if (command.kind === 'train') {
    for (const part of program.train) {
      part(command.batch);
      meet();
    }
  } else {
    program.bulk[command.kind](command.count);
    meet();
  }
  return true;
}
