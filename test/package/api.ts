// Holds the public face of each entry point to its report in `test/package/api`; `--write` writes the reports anew.
import { mkdirSync } from 'node:fs'
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor'
import { inRepository } from '../support/repository.js'

const entries = ['index', 'content', 'form', 'http', 'memory', 'messages', 'testing']
const isWritten = process.argv.includes('--write')
const none = { default: { logLevel: ExtractorLogLevel.None } }

mkdirSync(inRepository('coverage/api'), { recursive: true })
for (const entry of entries) {
  const config = ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: inRepository('package.json'),
    configObject: {
      projectFolder: inRepository(''),
      newlineKind: 'lf',
      mainEntryPointFilePath: inRepository(`dist/${entry}.d.ts`),
      compiler: { tsconfigFilePath: inRepository('tsconfig.src.json') },
      apiReport: {
        enabled: true,
        includeForgottenExports: true,
        reportFileName: `${entry}.api.md`,
        reportFolder: inRepository('test/package/api'),
        reportTempFolder: inRepository('coverage/api'),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: none,
        extractorMessageReporting: none,
        tsdocMessageReporting: none,
      },
    },
  })
  const { apiReportChanged } = Extractor.invoke(config, {
    localBuild: isWritten,
    messageCallback: (message) => {
      message.handled = true
    },
  })
  console.log(`${entry}: ${apiReportChanged ? 'changed' : 'as reported'}`)
  if (apiReportChanged && !isWritten) process.exitCode = 1
}
