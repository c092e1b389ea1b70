import { defineConfig } from "@medusajs/framework/utils"
import { join } from "node:path"
import type { FollowUpExtension } from "./src/desk/handlers"

/** Makes this repository itself a Medusa store, for the demo, the tests and development. */

const redisUrl = process.env.REDIS_URL

const redisModules = redisUrl
  ? [
      {
        resolve: "@medusajs/medusa/event-bus-redis",
        options: { redisUrl },
      },
      {
        resolve: "@medusajs/medusa/workflow-engine-redis",
        options: { redis: { redisUrl } },
      },
      {
        resolve: "@medusajs/medusa/locking",
        options: {
          providers: [
            {
              id: "locking-redis",
              resolve: "@medusajs/medusa/locking-redis",
              is_default: true,
              options: { redisUrl },
            },
          ],
        },
      },
      {
        resolve: "@medusajs/medusa/caching",
        options: {
          providers: [
            {
              id: "caching-redis",
              resolve: "@medusajs/medusa/caching-redis",
              is_default: true,
              options: { redisUrl },
            },
          ],
        },
      },
    ]
  : []

const allDay: [string, string][] = [["00:00", "24:00"]]
const workday: [string, string][] = [["09:00", "18:00"]]

/**
 * SHOP_HOURS=always keeps the shop open around the clock, so that the timers of
 * the demo always run.
 */
const weekly =
  process.env.SHOP_HOURS === "always"
    ? {
        monday: allDay,
        tuesday: allDay,
        wednesday: allDay,
        thursday: allDay,
        friday: allDay,
        saturday: allDay,
        sunday: allDay,
      }
    : {
        monday: workday,
        tuesday: workday,
        wednesday: workday,
        thursday: workday,
        friday: workday,
        saturday: [["10:00", "15:00"]],
      }

/** SMS_PROVIDER=<file>: a notification provider for SMS, as tests have one. */
const smsProviders = process.env.SMS_PROVIDER
  ? [
      {
        resolve: process.env.SMS_PROVIDER,
        id: "sms",
        options: { channels: ["sms"] },
      },
    ]
  : []

/** Writes to the log what it would send. A real shop has an e-mail provider here. */
const notification = {
  resolve: "@medusajs/medusa/notification",
  options: {
    providers: [
      {
        resolve: "@medusajs/medusa/notification-local",
        id: "local",
        options: { channels: ["feed", "email"] },
      },
      ...smsProviders,
    ],
  },
}

/** CARD_PROVIDER=<file>: a payment provider for cards, as tests have one. */
const payment = process.env.CARD_PROVIDER
  ? [
      {
        resolve: "@medusajs/medusa/payment",
        options: {
          providers: [{ resolve: process.env.CARD_PROVIDER, id: "test" }],
        },
      },
    ]
  : []

/** SEARCH_INDEXES=<file>: indexes of the shop's own. The file exports them. */
const search = process.env.SEARCH_INDEXES
  ? [
      {
        resolve: "@medusajs/medusa/search",
        options: {
          indexes: Object.values(require(process.env.SEARCH_INDEXES)),
          providers: [
            { resolve: "@medusajs/medusa/search-postgres", id: "postgres" },
          ],
        },
      },
    ]
  : []

/**
 * EXTENSION=<file>: kinds of work of the shop's own, as the tests of the
 * dashboard have one. The file exports them.
 */
const extensions = process.env.EXTENSION
  ? Object.values<FollowUpExtension>(require(process.env.EXTENSION))
  : []

/**
 * ROLES=true: with Medusa's role-based access control, turned on as
 * docs/permissions.md says.
 */
const hasRoles = process.env.ROLES === "true"
const rolesModules = hasRoles ? [{ resolve: "@medusajs/medusa/rbac" }] : []

/** A store that installs the plugin gives it these once. */
const options = {
  calendar: { time_zone: "Europe/Kyiv", weekly, exceptions: [] },
  default_country: "ua",
  // SHOP_URL=<address>: where customers reach this Medusa, for their links.
  offers: { base_url: process.env.SHOP_URL || undefined },
  alternatives: {
    marked: [
      { name: "size", keys: ["Size"] },
      { name: "voltage", keys: ["voltage"] },
    ],
  },
  // COURIER_SECRET=<whsec_…>: what couriers sign their reports with.
  ...(process.env.COURIER_SECRET && {
    delivery_windows: { webhook_secret: process.env.COURIER_SECRET },
  }),
  extensions,
}

/** WITHOUT_FOLLOW_UPS=true: a bare store, which benchmarks compare with. */
const followUps = process.env.WITHOUT_FOLLOW_UPS
  ? []
  : [
      { resolve: "./src/modules/follow-up", options },
      { resolve: "./src/modules/shortage", options },
      { resolve: "./src/modules/delivery-window", options },
    ]

// Medusa reads `sources`, although its type for these options lacks it.
const admin = {
  path: "/app" as const,
  // For tests that start a store without its dashboard, which takes a build.
  disable: process.env.WITHOUT_DASHBOARD === "true",
  // Tailwind scans these folders for classes; by default, it scans src/admin
  // only.
  sources: [join(__dirname, "src", "admin"), join(__dirname, "admin")],
}

export default defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    redisUrl,
    http: {
      storeCors: process.env.STORE_CORS ?? "http://localhost:8000",
      adminCors: process.env.ADMIN_CORS ?? "http://localhost:9000",
      authCors: process.env.AUTH_CORS ?? "http://localhost:9000",
      jwtSecret: process.env.JWT_SECRET,
      cookieSecret: process.env.COOKIE_SECRET,
    },
    // Served over plain http: in production, Medusa would mark the cookie as
    // secure, and no login would last.
    cookieOptions: { secure: false, sameSite: "lax" },
  },
  featureFlags: { caching: Boolean(redisUrl), rbac: hasRoles },
  admin,
  modules: [
    ...followUps,
    notification,
    ...payment,
    ...search,
    ...rolesModules,
    ...redisModules,
  ],
})
