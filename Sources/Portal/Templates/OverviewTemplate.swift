/// The overview: how much there is, the three numbers, the latest matches, or what to do first.
enum OverviewTemplate {
    static let text = #"""
        <h1>{{t.overview}}</h1>
        <p class="note">{{#frame.refreshSeconds}}{{t.updatesItself}} <a href="/?lang={{frame.language}}&amp;refresh=off">{{t.pause}}</a>{{/frame.refreshSeconds}}{{^frame.refreshSeconds}}<a href="/?lang={{frame.language}}">{{t.resume}}</a>{{/frame.refreshSeconds}}</p>
        {{#refusedCount}}<p class="alert alert-warning"><a href="/refused?lang={{frame.language}}">{{t.refusedRecords}}: {{.}}</a></p>{{/refusedCount}}
        {{#isEmpty}}{{> firstSteps}}{{/isEmpty}}
        {{^isEmpty}}
        {{#importCommand}}<p class="note">{{t.listsMissing}} <code>{{.}}</code></p>{{/importCommand}}
        <section aria-labelledby="counts">
        <h2 id="counts">{{t.counts}}</h2>
        <dl class="counts">
        {{#counts}}<div><dt>{{label}}</dt><dd>{{number}}</dd></div>
        {{/counts}}
        </dl>
        </section>
        {{#showsMarket}}
        {{> threeNumbers}}
        <section aria-labelledby="matches">
        <h2 id="matches">{{t.latestMatches}}</h2>
        {{^hasRows}}<p>{{t.noMatchesYet}}</p>{{/hasRows}}
        {{#hasRows}}
        <div class="table-responsive" role="region" aria-labelledby="matches" tabindex="0">
        <table class="table">
        <caption>{{t.latestMatchesCaption}}</caption>
        <thead><tr>
        <th scope="col">{{t.requirement}}</th>
        <th scope="col">{{t.buyer}}</th>
        <th scope="col" class="number">{{t.qualifyingSuppliers}}</th>
        <th scope="col">{{t.bestSupplier}}</th>
        <th scope="col" class="number">{{t.ratio}}</th>
        <th scope="col">{{t.status}}</th>
        <th scope="col">{{t.time}}</th>
        </tr></thead>
        <tbody>
        {{#rows}}<tr>
        <th scope="row"><a href="/requirements/{{key}}?lang={{frame.language}}">{{description}}</a></th>
        <td>{{buyer}}</td>
        <td class="number">{{qualifying}}</td>
        <td>{{best}}</td>
        <td class="number">{{ratio}}{{#ratioAbsence}} <small>{{.}}</small>{{/ratioAbsence}}</td>
        <td class="text-nowrap">{{status}}</td>
        <td class="text-nowrap">{{time}}</td>
        </tr>
        {{/rows}}
        </tbody>
        </table>
        </div>
        {{/hasRows}}
        </section>
        {{/showsMarket}}
        {{/isEmpty}}
        """#
}
