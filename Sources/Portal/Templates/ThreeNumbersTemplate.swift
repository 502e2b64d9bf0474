/// The three numbers, a line each, never mixed.
enum ThreeNumbersTemplate {
    static let text = #"""
        <section aria-labelledby="numbers">
        <h2 id="numbers">{{t.threeNumbers}}</h2>
        <p class="note">{{t.neverMixed}} <a href="/localization">{{t.howComputed}}</a></p>
        <div class="table-responsive" role="region" aria-labelledby="numbers" tabindex="0">
        <table class="table">
        <caption>{{t.threeNumbersCaption}}</caption>
        <thead><tr>
        <th scope="col">{{t.measure}}</th>
        <th scope="col" class="number">{{t.demandToday}}</th>
        <th scope="col" class="number">{{t.potential}}</th>
        <th scope="col" class="number">{{t.realised}}</th>
        </tr></thead>
        <tbody>
        {{#numbers.measures}}<tr>
        <th scope="row">{{name}} <small>{{meaning}}</small></th>
        {{#stages}}<td class="number"><strong>{{share}}</strong> <small>{{money}}</small></td>
        {{/stages}}
        </tr>
        {{/numbers.measures}}
        </tbody>
        <tfoot><tr>
        <th scope="row">{{t.totalValue}}</th>
        {{#numbers.totals}}<td class="number">{{.}}</td>
        {{/numbers.totals}}
        </tr></tfoot>
        </table>
        </div>
        <p class="note">{{t.plansDoNotReserve}}</p>
        {{#numbers.isAllCounted}}<p class="note">{{t.nothingLeftOut}}</p>{{/numbers.isAllCounted}}
        {{^numbers.isAllCounted}}<p class="note">{{t.leftOut}}:</p>
        <ul class="note">
        {{#numbers.leftOut}}<li>{{number}} {{why}}</li>
        {{/numbers.leftOut}}
        </ul>{{/numbers.isAllCounted}}
        </section>
        """#
}
