/** Where this page is, and the zip that comes with it. */
export interface PageUrls {
  readonly page: string;
  readonly bundled: string;
}
