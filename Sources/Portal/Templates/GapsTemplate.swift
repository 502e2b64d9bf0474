/// The gaps: a section a heading, a row a change.
enum GapsTemplate {
    static let text = #"""
        <h1>{{t.gaps}}</h1>
        <p>{{t.gapsLead}}</p>
        {{^hasHeadings}}<p>{{t.noGapsYet}}</p>{{/hasHeadings}}
        {{#headings}}
        <section aria-labelledby="heading-{{code}}">
        <h2 id="heading-{{code}}">{{#frame.isOfficial}}<a href="/localization?by=heading&amp;group={{code}}">{{code}}</a>{{/frame.isOfficial}}{{^frame.isOfficial}}{{code}}{{/frame.isOfficial}} {{words}}</h2>
        <p>{{t.uncovered}}: <strong>{{unmet}}</strong> / {{demand}}; {{requirements}} {{t.gapRequirements}}, {{firms}} {{t.gapFirms}}{{#unvalued}}; {{.}} {{t.gapUnvalued}}{{/unvalued}}. <small>{{t.time}}: {{time}}</small></p>
        {{^hasUnlocks}}<p class="note">{{t.nothingUnlocks}}</p>{{/hasUnlocks}}
        {{#hasUnlocks}}
        <div class="table-responsive" role="region" aria-labelledby="heading-{{code}}" tabindex="0">
        <table class="table">
        <caption>{{t.gapsCaption}}</caption>
        <thead><tr>
        <th scope="col">{{t.lacking}}</th>
        <th scope="col">{{t.change}}</th>
        <th scope="col" class="number">{{t.gapSuppliers}}</th>
        <th scope="col" class="number">{{t.requirements}}</th>
        <th scope="col" class="number">{{t.unlocks}}</th>
        </tr></thead>
        <tbody>
        {{#unlocks}}<tr>
        <th scope="row">{{lacking}}</th>
        <td>{{change}}</td>
        <td class="number">{{suppliers}}</td>
        <td class="number">{{requirements}}</td>
        <td class="number">{{money}}</td>
        </tr>
        {{/unlocks}}
        </tbody>
        </table>
        </div>
        {{/hasUnlocks}}
        </section>
        {{/headings}}
        """#
}
