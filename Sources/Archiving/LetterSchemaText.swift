extension LetterSchema {
    /// The properties of a record. What several of them share stands in `definitions`.
    static let properties = #"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "urn:letterbook:schema:letter:2",
          "title": "Letter",
          "description": "One item of policy correspondence. A value nobody could establish is absent.",
          "type": "object",
          "properties": {
            "schemaVersion": {"const": 2},
            "id": {
              "type": "string", "pattern": "^[0-9a-f]{16}(-[0-9]+)?$",
              "description": "First 16 digits of original.sha256; later letters of one file append -2, -3 …"
            },
            "kind": {
              "enum": ["letter", "comment", "testimony", "statement", "notice", "memo", "page", "other"],
              "description": "comment: answers a published rule, notice or request for information"
            },
            "kindEvidence": {"$ref": "#/$defs/evidence"},
            "title": {
              "$ref": "#/$defs/text",
              "description": "The subject, else the document's title, else the first heading"
            },
            "date": {
              "type": "object",
              "properties": {"value": {"$ref": "#/$defs/edtf"}, "evidence": {"$ref": "#/$defs/evidence"}},
              "required": ["value", "evidence"], "additionalProperties": false,
              "description": "The letter's own date"
            },
            "dates": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "role": {
                    "enum": [
                      "letter", "posted", "received", "due", "hearing", "published", "modified", "other"
                    ]
                  },
                  "value": {"$ref": "#/$defs/edtf"}, "evidence": {"$ref": "#/$defs/evidence"}
                },
                "required": ["role", "value", "evidence"], "additionalProperties": false
              },
              "description": "Every candidate, each with the part it plays"
            },
            "sender": {
              "type": "object",
              "properties": {
                "organization": {"$ref": "#/$defs/text"}, "agency": {"$ref": "#/$defs/agencyId"},
                "evidence": {"$ref": "#/$defs/evidence"}
              },
              "required": ["organization", "evidence"], "additionalProperties": false
            },
            "signatories": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "name": {"$ref": "#/$defs/text"}, "title": {"$ref": "#/$defs/text"},
                  "organization": {"$ref": "#/$defs/text"}, "evidence": {"$ref": "#/$defs/evidence"}
                },
                "required": ["name", "evidence"], "additionalProperties": false
              },
              "description": "In printed order"
            },
            "addressees": {"type": "array", "items": {"$ref": "#/$defs/addressee"}},
            "copied": {"type": "array", "items": {"$ref": "#/$defs/addressee"}},
            "signOn": {
              "description": "Joint letters only", "type": "object",
              "properties": {"count": {"type": "integer", "minimum": 1}, "lead": {"$ref": "#/$defs/text"}},
              "required": ["count"], "additionalProperties": false
            },
            "agencies": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "id": {"$ref": "#/$defs/agencyId"},
                  "role": {"enum": ["addressee", "copied", "mentioned", "sender"]},
                  "evidence": {"$ref": "#/$defs/evidence"}
                },
                "required": ["id", "role", "evidence"], "additionalProperties": false
              }
            },
            "subject": {
              "description": "The RE or Subject line, without its marker", "type": "object",
              "properties": {"value": {"$ref": "#/$defs/text"}, "evidence": {"$ref": "#/$defs/evidence"}},
              "required": ["value", "evidence"], "additionalProperties": false
            },
            "submission": {
              "type": "object",
              "properties": {
                "channel": {"enum": ["electronic", "mail", "email", "fax", "hand"]},
                "address": {"$ref": "#/$defs/text"}
              },
              "required": ["channel"], "additionalProperties": false
            },
            "identifiers": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "type": {
                    "enum": [
                      "docket", "rin", "fileCode", "frCitation", "frDocument", "cfr", "usc", "publicLaw",
                      "bill", "stateBill", "notice", "award", "omb", "case", "nct", "doi", "isbn"
                    ]
                  },
                  "value": {"$ref": "#/$defs/text"}, "printed": {"$ref": "#/$defs/text"},
                  "congress": {"type": "integer", "minimum": 1}, "evidence": {"$ref": "#/$defs/evidence"}
                },
                "required": ["type", "value", "printed", "evidence"], "additionalProperties": false
              }
            },
            "topics": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "id": {"$ref": "#/$defs/text"}, "score": {"$ref": "#/$defs/share"},
                  "decidedBy": {"enum": ["rules", "person"]},
                  "evidence": {"type": "array", "items": {"$ref": "#/$defs/evidence"}}
                },
                "required": ["id", "score", "decidedBy", "evidence"], "additionalProperties": false
              }
            },
            "asks": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "text": {"$ref": "#/$defs/text"},
                  "direction": {"enum": ["support", "oppose", "request", "recommend"]},
                  "object": {"$ref": "#/$defs/text"}, "about": {"$ref": "#/$defs/text"},
                  "evidence": {"$ref": "#/$defs/evidence"}
                },
                "required": ["text", "direction", "evidence"], "additionalProperties": false
              },
              "description": "What the letter urges"
            },
            "answers": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "identifier": {"$ref": "#/$defs/text"}, "confidence": {"$ref": "#/$defs/confidence"},
                  "evidence": {"$ref": "#/$defs/evidence"}
                },
                "required": ["identifier", "confidence", "evidence"], "additionalProperties": false
              },
              "description": "The rule, notice, hearing or letter that it responds to"
            },
            "events": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "date": {"$ref": "#/$defs/edtf"},
                  "kind": {
                    "enum": [
                      "published", "commentOpens", "commentCloses", "hearing", "introduced", "passed",
                      "signed", "meeting", "deadline", "starts", "other"
                    ]
                  },
                  "text": {"$ref": "#/$defs/text"}, "evidence": {"$ref": "#/$defs/evidence"}
                },
                "required": ["date", "kind", "text", "evidence"], "additionalProperties": false
              }
            },
            "quality": {
              "type": "object",
              "properties": {"text": {"enum": ["good", "poor", "none"]}, "reason": {"$ref": "#/$defs/text"}},
              "required": ["text"], "additionalProperties": false
            },
            "language": {"$ref": "#/$defs/text", "description": "BCP 47"},
            "pages": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "number": {"type": "integer", "minimum": 1}, "text": {"type": "string"},
                  "margin": {"type": "string"}, "source": {"enum": ["textLayer", "ocr", "html", "plain"]},
                  "quality": {"$ref": "#/$defs/share"}
                },
                "required": ["number", "text", "source"], "additionalProperties": false
              }
            },
            "original": {
              "description": "The bytes as they came in; paths are relative to the corpus", "type": "object",
              "properties": {
                "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
                "bytes": {"type": "integer", "minimum": 0}, "mediaType": {"$ref": "#/$defs/text"},
                "paths": {"type": "array", "items": {"$ref": "#/$defs/text"}, "minItems": 1},
                "pages": {"type": "array", "items": {"type": "integer", "minimum": 1}}
              },
              "required": ["sha256", "bytes", "mediaType", "paths"], "additionalProperties": false
            },
            "document": {
              "description": "What the document says of itself", "type": "object",
              "properties": {
                "title": {"type": "string"}, "author": {"type": "string"}, "siteName": {"type": "string"},
                "canonicalURL": {"type": "string"}, "description": {"type": "string"},
                "published": {"type": "string"}, "modified": {"type": "string"},
                "created": {"type": "string"}, "producer": {"type": "string"}, "creator": {"type": "string"},
                "keywords": {"type": "array", "items": {"type": "string"}},
                "pageCount": {"type": "integer", "minimum": 0},
                "links": {"type": "array", "items": {"type": "string"}},
                "attachments": {"type": "array", "items": {"type": "string"}}
              },
              "required": [], "additionalProperties": false
            },
            "custody": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "source": {"type": "string"}, "url": {"type": "string"}, "finalURL": {"type": "string"},
                  "listing": {"type": "string"}, "linkText": {"type": "string"},
                  "section": {"type": "string"}, "teaser": {"type": "string"},
                  "listedDate": {"type": "string"},
                  "otherURLs": {"type": "array", "items": {"type": "string"}},
                  "stated": {"type": "object", "additionalProperties": {"type": "string"}},
                  "collectedAt": {"type": "string"}, "status": {"type": "integer"},
                  "etag": {"type": "string"}, "lastModified": {"type": "string"}, "note": {"type": "string"}
                },
                "required": ["source"], "additionalProperties": false
              }
            },
            "relations": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "type": {
                    "enum": [
                      "duplicate", "nearDuplicate", "campaign", "replyTo", "attachmentOf", "rendition",
                      "supersedes"
                    ]
                  },
                  "id": {"$ref": "#/$defs/text"}, "score": {"type": "number"}
                },
                "required": ["type", "id"], "additionalProperties": false
              },
              "description": "Joined in by show and export; the archive keeps them in relations.jsonl"
            },
            "withdrawn": {
              "description": "A tombstone: the original is gone, the record stays", "type": "object",
              "properties": {
                "since": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
                "reason": {"$ref": "#/$defs/text"},
                "replacedBy": {
                  "$ref": "#/$defs/text", "description": "Id of the letter that took its place in the corpus"
                }
              },
              "required": ["since", "reason"], "additionalProperties": false
            },
            "withheld": {
              "type": "array", "items": {"$ref": "#/$defs/text"},
              "description": "Paths of values that a person had removed"
            },
            "findings": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "severity": {"enum": ["note", "warning", "error"]}, "stage": {"$ref": "#/$defs/text"},
                  "code": {"$ref": "#/$defs/text"}, "page": {"type": "integer", "minimum": 1},
                  "message": {"$ref": "#/$defs/text"}
                },
                "required": ["severity", "stage", "code", "message"], "additionalProperties": false
              }
            },
            "provenance": {
              "description": "Fingerprints of stage version, settings and definitions", "type": "object",
              "properties": {
                "program": {"$ref": "#/$defs/text"}, "extract": {"$ref": "#/$defs/text"},
                "describe": {"$ref": "#/$defs/text"}, "tag": {"$ref": "#/$defs/text"}
              },
              "required": ["program", "extract", "describe", "tag"], "additionalProperties": false
            }
          },
          "required": [
            "schemaVersion", "id", "kind", "dates", "signatories", "addressees", "copied", "agencies",
            "identifiers", "topics", "asks", "answers", "events", "quality", "pages", "original", "document",
            "custody", "findings", "provenance"
          ],
          "additionalProperties": false,
        """#
}
