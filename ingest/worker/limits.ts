/** What one file may cost. */
export interface WorkerLimits {
  /** Of work, however busy the machine. */
  seconds: number;
  /** By the clock on the wall, for a worker that waits for a disk or a network. */
  wall_seconds: number;
  /** Resident in all: buffers lie outside the heap. */
  resident_bytes: number;
  heap_bytes: number;
}

/** What an honest file needs, with room: a list of 75,000 people is far below. */
export const workerLimits: WorkerLimits = {
  seconds: 25,
  wall_seconds: 120,
  resident_bytes: 900 * 2 ** 20,
  heap_bytes: 640 * 2 ** 20,
};

/** What a worker writes on its errors stream before its watchdog ends it. */
export const EXIT_REASONS = {
  took_too_long: "worker: took too long",
  too_much_memory: "worker: too much memory",
} as const;
