import { DataSource } from 'typeorm'
import { typeormDatabase } from '../typeorm-database.js'
import type { OpenBridge } from './open-bridge.js'

export async function openTypeorm(url: string): Promise<OpenBridge> {
  const dataSource = new DataSource({ type: 'postgres', url })
  await dataSource.initialize()
  return {
    database: typeormDatabase(dataSource),
    transaction: (work) =>
      dataSource.transaction((manager) =>
        work(typeormDatabase(manager), (invitation_id) =>
          manager
            .createQueryBuilder()
            .insert()
            .into('notes', ['invitation_id'])
            .values({ invitation_id })
            .execute(),
        ),
      ),
    close: () => dataSource.destroy(),
  }
}
