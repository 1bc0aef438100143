; generated with Python 3.11, numba 0.68.1, llvmlite 0.50.0, Linux x86_64
; source d86a282c22223521a079d6e0c89fa82b
; entry city_layout.gather_spill.0(float32:2:C, int32:2:C, float64:2:C, float32:2:C, float32:2:C, float32:3:C) -> none
define void @city_layout.gather_spill.0(ptr %0) {
  %2 = load ptr, ptr %0, align 8
  %3 = getelementptr i8, ptr %0, i64 16
  %4 = load i64, ptr %3, align 8
  %5 = getelementptr i8, ptr %0, i64 40
  %6 = load ptr, ptr %5, align 8
  %7 = getelementptr i8, ptr %0, i64 56
  %8 = load i64, ptr %7, align 8
  %9 = getelementptr i8, ptr %0, i64 80
  %10 = load ptr, ptr %9, align 8
  %11 = getelementptr i8, ptr %0, i64 88
  %12 = load i64, ptr %11, align 8
  %13 = getelementptr i8, ptr %0, i64 96
  %14 = load i64, ptr %13, align 8
  %15 = getelementptr i8, ptr %0, i64 120
  %16 = load ptr, ptr %15, align 8
  %17 = getelementptr i8, ptr %0, i64 136
  %18 = load i64, ptr %17, align 8
  %19 = getelementptr i8, ptr %0, i64 160
  %20 = load ptr, ptr %19, align 8
  %21 = getelementptr i8, ptr %0, i64 176
  %22 = load i64, ptr %21, align 8
  %23 = getelementptr i8, ptr %0, i64 200
  %24 = load ptr, ptr %23, align 8
  %25 = getelementptr i8, ptr %0, i64 216
  %26 = load i64, ptr %25, align 8
  %27 = getelementptr i8, ptr %0, i64 224
  %28 = load i64, ptr %27, align 8
  %29 = mul i64 %28, %26
  br label %158
30:
  %31 = add nuw nsw i64 %159, 1
  %32 = icmp eq i64 %31, 512
  br i1 %32, label %194, label %158
33:
  %34 = mul i64 %186, %8
  %35 = getelementptr i32, ptr %6, i64 %34
  %36 = getelementptr i32, ptr %35, i64 %188
  %37 = load i32, ptr %36, align 4
  %38 = sext i32 %37 to i64
  %39 = icmp slt i32 %37, 0
  %40 = select i1 %39, i64 %12, i64 0
  %41 = add i64 %40, %38
  %42 = mul i64 %41, %14
  %43 = select i1 %178, i64 %165, i64 %159
  %44 = uitofp i64 %43 to double
  %45 = fmul double %44, 3.000000e+00
  %46 = fadd double %45, 1.500000e+00
  %47 = select i1 %178, i64 -2, i64 0
  %48 = getelementptr double, ptr %10, i64 %47
  %49 = getelementptr double, ptr %48, i64 %42
  %50 = getelementptr i8, ptr %49, i64 208
  %51 = load double, ptr %50, align 8
  %52 = getelementptr i8, ptr %49, i64 216
  %53 = load double, ptr %52, align 8
  %54 = fsub double %53, %51
  %55 = fdiv double %54, 6.000000e+00
  %56 = fadd double %55, 5.000000e-01
  %57 = tail call double @llvm.floor.f64(double %56)
  %58 = fsub double %46, %51
  %59 = fcmp olt double %57, 1.000000e+00
  %60 = select i1 %59, double 1.000000e+00, double %57
  %61 = fdiv double %54, %60
  %62 = fdiv double %58, %61
  %63 = fptosi double %62 to i64
  %64 = mul i64 %63, 374761393
  %65 = mul nsw i64 %38, 668265263
  %66 = select i1 %178, i64 5623670336, i64 3376847817
  %67 = add nsw i64 %65, %66
  %68 = add i64 %67, %64
  %69 = lshr i64 %68, 15
  %70 = and i64 %69, 131071
  %71 = xor i64 %70, %68
  %72 = mul i64 %71, 2246822519
  %73 = lshr i64 %72, 13
  %74 = and i64 %73, 524287
  %75 = xor i64 %74, %72
  %76 = mul i64 %75, 3266489917
  %77 = and i64 %76, 4294967295
  %78 = lshr i64 %77, 16
  %79 = xor i64 %78, %77
  %80 = uitofp i64 %79 to double
  %81 = fmul double %80, 0x3DF0000000000000
  %82 = fcmp olt double %81, 1.600000e-01
  br i1 %82, label %152, label %83
83:
  %84 = getelementptr double, ptr %10, i64 %42
  %85 = fmul double %81, 1.600000e+00
  %86 = fadd double %85, 0x3FE6666666666666
  %87 = fcmp ogt double %81, 5.500000e-01
  %88 = select i1 %87, double 5.000000e-01, double 1.500000e-01
  %89 = load float, ptr %172, align 4
  %90 = getelementptr i8, ptr %84, i64 144
  %91 = load double, ptr %90, align 8
  %92 = fadd double %91, -1.000000e+00
  %93 = fmul double %88, %92
  %94 = fadd double %93, 1.000000e+00
  %95 = fmul double %86, %94
  %96 = fpext float %89 to double
  %97 = fadd double %95, %96
  %98 = fptrunc double %97 to float
  store float %98, ptr %172, align 4
  %99 = load float, ptr %173, align 4
  %100 = getelementptr i8, ptr %84, i64 152
  %101 = load double, ptr %100, align 8
  %102 = fadd double %101, -8.000000e-01
  %103 = fmul double %88, %102
  %104 = fadd double %103, 8.000000e-01
  %105 = fmul double %86, %104
  %106 = fmul double %105, 9.000000e-01
  %107 = fpext float %99 to double
  %108 = fadd double %106, %107
  %109 = fptrunc double %108 to float
  store float %109, ptr %173, align 4
  %110 = load float, ptr %174, align 4
  %111 = getelementptr i8, ptr %84, i64 160
  %112 = load double, ptr %111, align 8
  %113 = fadd double %112, -5.500000e-01
  %114 = fmul double %88, %113
  %115 = fadd double %114, 5.500000e-01
  %116 = fmul double %86, %115
  %117 = fmul double %116, 9.000000e-01
  %118 = fpext float %110 to double
  %119 = fadd double %117, %118
  %120 = fptrunc double %119 to float
  store float %120, ptr %174, align 4
  br label %152
121:
  br i1 %196, label %239, label %194
122:
  %123 = icmp eq i64 %200, 0
  br i1 %123, label %131, label %124
124:
  %125 = add nsw i64 %200, -1
  %126 = mul i64 %125, %197
  %127 = getelementptr float, ptr %198, i64 %126
  %128 = getelementptr i8, ptr %127, i64 4
  %129 = load float, ptr %128, align 4
  %130 = fcmp oeq float %129, 0.000000e+00
  br i1 %130, label %131, label %156
131:
  br label %207
132:
  br i1 %209, label %156, label %207
133:
  %134 = mul i64 %232, %29
  %135 = mul i64 %233, %28
  %136 = getelementptr float, ptr %24, i64 %134
  %137 = getelementptr float, ptr %136, i64 %135
  %138 = load float, ptr %137, align 4
  %139 = fadd float %138, 1.500000e+01
  store float %139, ptr %137, align 4
  %140 = getelementptr i8, ptr %137, i64 4
  %141 = load float, ptr %140, align 4
  %142 = fpext float %141 to double
  %143 = fadd double %142, 0x4023333333333333
  %144 = fptrunc double %143 to float
  store float %144, ptr %140, align 4
  %145 = getelementptr i8, ptr %137, i64 8
  %146 = load float, ptr %145, align 4
  %147 = fpext float %146 to double
  %148 = fadd double %147, 5.200000e+00
  %149 = fptrunc double %148 to float
  store float %149, ptr %145, align 4
  br label %154
150:
  %151 = icmp eq i64 %166, 512
  br i1 %151, label %30, label %164
152:
  %153 = icmp eq i64 %177, 4
  br i1 %153, label %150, label %175
154:
  %155 = icmp eq i64 %225, 56
  br i1 %155, label %132, label %223
156:
  %157 = icmp eq i64 %201, 512
  br i1 %157, label %121, label %199
158:
  %159 = phi i64 [ 0, %1 ], [ %31, %30 ]
  %160 = mul i64 %159, %4
  %161 = getelementptr float, ptr %2, i64 %160
  %162 = mul i64 %159, %29
  %163 = getelementptr float, ptr %24, i64 %162
  br label %164
164:
  %165 = phi i64 [ 0, %158 ], [ %166, %150 ]
  %166 = add nuw nsw i64 %165, 1
  %167 = getelementptr float, ptr %161, i64 %165
  %168 = load float, ptr %167, align 4
  %169 = fcmp ogt float %168, 0.000000e+00
  br i1 %169, label %150, label %170
170:
  %171 = mul i64 %165, %28
  %172 = getelementptr float, ptr %163, i64 %171
  %173 = getelementptr i8, ptr %172, i64 4
  %174 = getelementptr i8, ptr %172, i64 8
  br label %175
175:
  %176 = phi i64 [ 0, %170 ], [ %177, %152 ]
  %177 = add nuw nsw i64 %176, 1
  %178 = icmp ugt i64 %176, 1
  %179 = shl nuw nsw i64 %176, 1
  %180 = sub nsw i64 1, %179
  %181 = select i1 %178, i64 0, i64 %180
  %182 = icmp ult i64 %176, 2
  %183 = sub nsw i64 5, %179
  %184 = select i1 %182, i64 0, i64 %183
  %185 = add nsw i64 %184, %159
  %186 = and i64 %185, 511
  %187 = add nsw i64 %181, %165
  %188 = and i64 %187, 511
  %189 = mul i64 %186, %4
  %190 = getelementptr float, ptr %2, i64 %189
  %191 = getelementptr float, ptr %190, i64 %188
  %192 = load float, ptr %191, align 4
  %193 = fcmp ugt float %192, 0.000000e+00
  br i1 %193, label %33, label %152
194:
  %195 = phi i1 [ false, %121 ], [ true, %30 ]
  %196 = phi i1 [ true, %121 ], [ false, %30 ]
  %197 = select i1 %195, i64 %18, i64 %22
  %198 = select i1 %195, ptr %16, ptr %20
  br label %199
199:
  %200 = phi i64 [ 0, %194 ], [ %201, %156 ]
  %201 = add nuw nsw i64 %200, 1
  %202 = mul i64 %200, %197
  %203 = getelementptr float, ptr %198, i64 %202
  %204 = getelementptr i8, ptr %203, i64 4
  %205 = load float, ptr %204, align 4
  %206 = fcmp ogt float %205, 0.000000e+00
  br i1 %206, label %122, label %156
207:
  %208 = phi i1 [ false, %132 ], [ true, %131 ]
  %209 = phi i1 [ true, %132 ], [ false, %131 ]
  %210 = phi double [ 5.000000e-01, %132 ], [ 0.000000e+00, %131 ]
  %211 = load float, ptr %204, align 4
  %212 = fpext float %211 to double
  %213 = fadd double %212, -4.200000e+00
  %214 = fadd double %213, 1.000000e+00
  %215 = fneg double %214
  %216 = select i1 %208, double %214, double %215
  %217 = load float, ptr %203, align 4
  %218 = fpext float %217 to double
  %219 = fadd double %216, %218
  %220 = fdiv double %219, 3.000000e+00
  %221 = fptosi double %220 to i64
  %222 = and i64 %221, 511
  br label %223
223:
  %224 = phi i64 [ 0, %207 ], [ %225, %154 ]
  %225 = add nuw nsw i64 %224, 1
  %226 = uitofp i64 %224 to double
  %227 = fadd double %210, %226
  %228 = fmul double %227, 2.700000e+01
  %229 = fdiv double %228, 3.000000e+00
  %230 = fptosi double %229 to i64
  %231 = and i64 %230, 511
  %232 = select i1 %195, i64 %231, i64 %222
  %233 = select i1 %195, i64 %222, i64 %231
  %234 = mul i64 %232, %4
  %235 = getelementptr float, ptr %2, i64 %234
  %236 = getelementptr float, ptr %235, i64 %233
  %237 = load float, ptr %236, align 4
  %238 = fcmp ogt float %237, 0.000000e+00
  br i1 %238, label %154, label %133
239:
  ret void
}
declare double @llvm.floor.f64(double)
