/**
 * Where a link from an extension leads: to a page of the dashboard
 * (`/orders/order_1`), to the web, or nowhere safe, such as `javascript:`.
 */
export function placeOf(url: string): "dashboard" | "web" | "nowhere" {
  if (/^\/(?![/\\])/.test(url)) {
    return "dashboard"
  }
  return /^https?:\/\//i.test(url) ? "web" : "nowhere"
}
