import { VitestTestRunner } from 'vitest/runners'

interface LoadedFile {
  readonly name: string
  readonly result?: { readonly state?: string }
}

/**
 * Runs tests as vitest does, but for files of tests that fail while they are loaded: without their tests the run would
 * count as one in which nothing has failed.
 */
export default class StrictRunner extends VitestTestRunner {
  onCollected(files: readonly LoadedFile[]): void {
    const broken = files.find(({ result }) => result?.state === 'fail')
    if (broken) throw new Error(`${broken.name} cannot be loaded`)
  }
}
