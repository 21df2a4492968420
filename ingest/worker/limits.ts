/** What one file may cost. */
export interface WorkerLimits {
  seconds: number;
  /** Resident in all: buffers lie outside the heap. */
  resident_bytes: number;
  heap_bytes: number;
}

/** What an honest file needs, with room: a list of 75,000 people is far below. */
export const workerLimits: WorkerLimits = {
  seconds: 25,
  resident_bytes: 900 * 2 ** 20,
  heap_bytes: 640 * 2 ** 20,
};

/** The last words of a worker that took more memory than it may. */
export const MEMORY_MARK = "worker: too much memory";
