import { DataSource, EntitySchema } from 'typeorm'
import { typeormDatabase } from '../typeorm-database.js'
import type { OpenBridge } from './open-bridge.js'

const Note = new EntitySchema<{ invitationId: string }>({
  name: 'Note',
  tableName: 'notes',
  columns: { invitationId: { name: 'invitation_id', type: 'text', primary: true } },
})

export async function openTypeorm(url: string): Promise<OpenBridge> {
  const dataSource = new DataSource({ type: 'postgres', url, entities: [Note] })
  await dataSource.initialize()
  return {
    database: typeormDatabase(dataSource),
    transaction: (work) =>
      dataSource.transaction((manager) =>
        work(typeormDatabase(manager), (invitationId) => manager.insert(Note, { invitationId })),
      ),
    close: () => dataSource.destroy(),
  }
}
