/// The refused records with their reasons.
enum RefusedTemplate {
    static let text = #"""
        <h1 id="refused">{{t.refused}}</h1>
        <p>{{t.refusedLead}}</p>
        {{^hasLetters}}<p>{{t.nothingRefused}}</p>{{/hasLetters}}
        {{#hasLetters}}
        <p class="note">{{shown}} / {{total}} ({{t.shownOfAll}})</p>
        <div class="table-responsive" role="region" aria-labelledby="refused" tabindex="0">
        <table class="table">
        <caption>{{t.refusedCaption}}</caption>
        <thead><tr>
        <th scope="col">{{t.record}}</th>
        <th scope="col">{{t.time}}</th>
        <th scope="col">{{t.reason}}, {{t.field}}, {{t.message}}</th>
        </tr></thead>
        <tbody>
        {{#letters}}<tr>
        <th scope="row"><code>{{recordKey}}</code> <small><code>{{position}}</code></small>{{#again}}<small><a href="{{.}}">{{t.publishAgain}}</a></small>{{/again}}</th>
        <td>{{time}}</td>
        <td><ul>
        {{#refusals}}<li><code>{{why}}</code>, <code>{{path}}</code>: {{words}}</li>
        {{/refusals}}
        </ul></td>
        </tr>
        {{/letters}}
        </tbody>
        </table>
        </div>
        {{/hasLetters}}
        """#
}
