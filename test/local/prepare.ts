import { prepareLocalServices } from '../../local/services.ts'

/** Vitest's global setup: the first run on a machine builds here, where no test's time is running. */
export async function setup() {
  await prepareLocalServices((line) => console.log(line))
}
