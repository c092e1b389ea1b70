export type SqlValue = string | number | boolean | Date | null

/** A connection that runs a statement with `?` for each value. */
export interface Sql {
  /** @returns its rows */
  execute<Rows extends object[] = object[]>(
    statement: string,
    values?: readonly SqlValue[]
  ): Promise<Rows>
}
