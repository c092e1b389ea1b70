/** Settings of every server that we start. */
const common = {
  // On the loopback addresses only. Both, because tests connect to "localhost".
  listen_addresses: "localhost",
  unix_socket_directories: "",
  // A test suite and a running store each have a connection pool.
  max_connections: "200",
  shared_buffers: "128MB",
  timezone: "UTC",
  log_timezone: "UTC",
}

/** For disposable databases: a crash may lose everything. */
const throwAway = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  max_wal_size: "512MB",
  checkpoint_timeout: "1h",
  autovacuum_naptime: "1h",
}

/** The server's command line. */
export function serverArguments(
  data: string,
  port: number,
  durable: boolean
): string[] {
  const settings = durable ? common : { ...common, ...throwAway }
  return [
    "-D",
    data,
    "-p",
    `${port}`,
    ...Object.entries(settings).flatMap(([name, value]) => [
      "-c",
      `${name}=${value}`,
    ]),
  ]
}
