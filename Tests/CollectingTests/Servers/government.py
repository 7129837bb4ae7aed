#!/usr/bin/env python3
"""A web server on loopback that speaks the shapes of regulations.gov and the Federal Register, with their faults.

One docket with one document; three comments on the first night: one with a file, one with its text alone, one that is
withdrawn from the second night on. The fourth comes on the third night. All of it is invented.
"""
import json

from letters import Site, letter_lines, pdf, serve


class Government(Site):
    def say(self, value, status=200, headers=None):
        self.give(json.dumps(value).encode(), status, "application/vnd.api+json", headers)

    def at_v4(self, address, query):
        if self.headers.get("X-Api-Key") != "hush":
            return self.say({"errors": [{"status": "403", "title": "API_KEY_MISSING"}]}, 403)
        if self.count() == 1 and "/comments/EX-2021-0001-0004" in self.path:
            return self.say({"error": {"code": "OVER_RATE_LIMIT"}}, 429, {"Retry-After": "30"})
        parts = address.path.split("/")
        if parts[2] == "documents":
            return self.say({
                "data": [{"id": "EX-2021-0001-0001", "type": "documents", "attributes": {
                    "documentType": "Proposed Rule", "objectId": "0900006480000001", "docketId": "EX-2021-0001",
                    "title": "Staffing", "lastModifiedDate": "2021-03-01T05:00:00Z"}}],
                "meta": {"hasNextPage": False, "totalElements": 1, "totalPages": 1}})
        if len(parts) > 3:
            return self.comment(parts[3])
        return self.comments(int(query["page[number]"][0]))

    def comments(self, number):
        """Two on a page, as if a page held no more."""
        night = self.state["night"]
        ids = [2, 3, 4] + ([5] if night >= 3 else [])
        rows = [{
            "id": "EX-2021-0001-000%d" % n, "type": "comments", "attributes": {
                "title": "Comment from the Prairie Council of Nursing Schools, part %d" % n, "agencyId": "EX",
                "postedDate": "2021-04-0%dT04:00:00Z" % n, "withdrawn": n == 4 and night >= 2,
                "lastModifiedDate": "2021-04-0%dT0%d:00:00Z" % (n, night if n == 4 and night >= 2 else 5)}}
            for n in ids]
        page = rows[2 * number - 2:2 * number]
        self.say({"data": page, "meta": {
            "hasNextPage": 2 * number < len(rows), "totalElements": len(rows), "totalPages": (len(rows) + 1) // 2}})

    def comment(self, name):
        number = int(name[-1])
        facts = {
            "docketId": "EX-2021-0001", "comment": "See attached file(s)", "agencyId": "EX",
            "organization": "Prairie Council of Nursing Schools", "postedDate": "2021-04-0%dT04:00:00Z" % number,
            "withdrawn": number == 4 and self.state["night"] >= 2}
        files = []
        if number == 3:
            facts["comment"] = "Please extend the comment period.<br/>The Council of Nursing Schools, Springfield"
        else:
            files = [{"id": "a%d" % number, "type": "attachments", "attributes": {
                "title": "Letter", "docOrder": 1, "fileFormats": [
                    {"fileUrl": "http://%s/files/%s.pdf" % (self.headers["Host"], name), "format": "pdf"}]}}]
        self.say({"data": {"id": name, "type": "comments", "attributes": facts}, "included": files})

    def at_files(self, address, query):
        self.give_file(pdf(letter_lines(int(address.path[-5]), "nurse staffing")))

    def at_api(self, address, query):
        """The Federal Register."""
        documents = [{
            "document_number": "2021-0000%d" % n, "title": "Staffing of hospitals, part %d" % n, "type": "Proposed Rule",
            "publication_date": "2021-03-0%d" % n, "comments_close_on": "2021-05-0%d" % n,
            "docket_ids": ["EX-2021-0001"], "agencies": [{"slug": "centers-for-medicare-medicaid-services"}],
            "html_url": "https://www.example.gov/d/%d" % n} for n in range(1, 2 + self.state["night"])]
        self.say({"count": len(documents), "results": documents})


if __name__ == "__main__":
    serve(Government)
