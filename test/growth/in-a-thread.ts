import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'

const inSource = (file: string) => fileURLToPath(new URL(`../../src/${file}`, import.meta.url))

/** The program in one file, as a thread without a loader runs it. */
async function bundled(program: string): Promise<string> {
  const rooms = ['content', 'form', 'http', 'memory']
  const doors = rooms.map((room) => [`group-invitations/${room}`, inSource(`${room}/index.ts`)])
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(program, import.meta.url))],
    alias: Object.fromEntries([...doors, ['group-invitations', inSource('index.ts')]]) as Record<
      string,
      string
    >,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // As in tsup.config.ts.
    supported: { 'regexp-sticky-and-unicode-flags': false },
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}

/** Runs a program of this folder in a thread of its own, and returns what it posts. */
export async function postsOf<Post>(program: string): Promise<Post[]> {
  const code = await bundled(program)
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`))
  const posts: Post[] = []
  worker.on('message', (post: Post) => posts.push(post))
  await new Promise((resolve, reject) => worker.on('exit', resolve).on('error', reject))
  return posts
}
