extension LetterSchema {
    /// What several properties share, and the end of the document.
    static let definitions = #"""
          "$defs": {
            "evidence": {
              "description": "Offsets count Unicode scalars of the page's text or margin; quote is that slice",
              "type": "object",
              "properties": {
                "page": {"type": "integer", "minimum": 1}, "in": {"enum": ["text", "margin", "field"]},
                "start": {"type": "integer", "minimum": 0}, "end": {"type": "integer", "minimum": 0},
                "quote": {"type": "string"}, "rule": {"$ref": "#/$defs/text"},
                "confidence": {"$ref": "#/$defs/confidence"}
              },
              "required": ["in", "quote", "rule", "confidence"], "additionalProperties": false
            },
            "text": {"type": "string", "minLength": 1},
            "confidence": {"enum": ["high", "medium", "low"]},
            "share": {"type": "number", "minimum": 0, "maximum": 1},
            "edtf": {
              "description": "EDTF level 0 to 1: a day, month, year or interval; ~ approximate; XXXX no year",
              "type": "string",
              "pattern": "^([0-9]{4}|XXXX)(-[0-9]{2}){0,2}~?(/([0-9]{4}|XXXX)(-[0-9]{2}){0,2}~?)?$"
            },
            "agencyId": {"type": "string", "pattern": "^[a-z0-9][a-z0-9-]*$"},
            "addressee": {
              "type": "object",
              "properties": {
                "name": {"$ref": "#/$defs/text"}, "honorific": {"$ref": "#/$defs/text"},
                "title": {"$ref": "#/$defs/text"}, "office": {"$ref": "#/$defs/text"},
                "organization": {"$ref": "#/$defs/text"}, "agency": {"$ref": "#/$defs/agencyId"},
                "address": {"$ref": "#/$defs/text"}, "evidence": {"$ref": "#/$defs/evidence"}
              },
              "required": ["evidence"], "additionalProperties": false
            }
          }
        }
        """#
}
